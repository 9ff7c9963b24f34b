import MockKit

/// `GET /v3/pay/transactions/out-trade-no/{number}` and `/v3/pay/transactions/id/{number}`.
struct QueryEndpoint: PayEndpoint {
  let key: Payments.Key
  let desk: PayDesk

  func answer(_ call: Call) async throws -> PayAnswer {
    try desk.check(mchid: call.query["mchid"], in: "query")
    let number = call.parameters["number"] ?? ""
    guard let payment = try await desk.payment(number, by: key) else { throw PayError.noOrder }
    return try .fields(TransactionView(payment, at: desk.clock.seconds))
  }
}

/// `POST /v3/pay/transactions/out-trade-no/{number}/close`.
struct CloseEndpoint: PayEndpoint {
  private struct Body: Decodable {
    let mchid: String?
  }

  let desk: PayDesk

  func answer(_ call: Call) async throws -> PayAnswer {
    try desk.check(mchid: PayFields.decode(Body.self, of: call).mchid)
    let (number, now) = (call.parameters["number"] ?? "", desk.clock.seconds)
    try await desk.change { database in
      guard var payment = try Payments.find(number, by: .order, in: database) else {
        throw PayError.noOrder
      }
      guard !payment.isPaid else { throw PayError.paid }
      guard payment.state(at: now) != .closed else { throw PayError.closed }
      payment.close()
      try Payments.put(payment, in: database)
    }
    return .nothing
  }
}
