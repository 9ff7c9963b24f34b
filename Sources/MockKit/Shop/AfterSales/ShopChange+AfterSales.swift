extension ShopChange {
  /// While a request is open, the staff decides about a refund.
  func refuseOpenAfterSales(of order: Order) throws {
    guard let open = try AfterSalesRecords.open(of: order.orderId, in: database) else { return }
    throw OrderError.afterSalesOpen(order: order.orderId, request: open)
  }

  func request(_ command: RequestAfterSales, for order: Order) throws -> AfterSales {
    guard command.kind.statuses.contains(order.status) else {
      throw AfterSalesError.notPossible(
        command.kind, order: order.orderId, status: order.status)
    }
    try refuseOpenAfterSales(of: order)
    try refuseOpenGroup(of: order)
    let request = AfterSales(
      afterSalesId: ids.afterSales(try Counter.afterSales.next(in: database)),
      orderId: order.orderId, memberId: order.memberId, kind: command.kind,
      reason: command.reason, amount: try amount(command.amount, of: order), status: .requested,
      version: 1, note: nil, requestedAt: timestamp, decidedAt: nil)
    try put(request)
    return request
  }

  private func amount(_ wanted: Money?, of order: Order) throws(InvalidRequest) -> Money {
    guard let wanted else { return order.amount }
    guard (1...max(1, order.amount.fen)).contains(wanted.fen) else {
      throw InvalidRequest(
        field: "amount", reason: .outside("\"0.01\" to \"\(order.amount.text)\""))
    }
    return wanted
  }

  func close(
    _ request: AfterSales, as status: AfterSales.Status, note: String? = nil
  ) throws -> AfterSales {
    guard request.status == .requested else {
      throw AfterSalesError.closed(id: request.afterSalesId, status: request.status)
    }
    var closed = request
    closed.status = status
    closed.version += 1
    closed.note = note
    if status != .withdrawn { closed.decidedAt = timestamp }
    try put(closed)
    return closed
  }

  private func put(_ request: AfterSales) throws {
    try AfterSalesRecords.put(request, in: database)
    try publish(.afterSalesChanged, of: request.afterSalesId, for: request.memberId, request)
    try News(of: request)?.post(by: shop, in: database)
  }

  /// Writes down what the other platform decided.
  func take(_ decision: AfterSalesDecision) throws {
    try LinkApplier(change: self).take(decision.request)
    if let order = decision.order { try take(order) }
  }
}

extension Shop {
  func decideAfterSales<Command: PeerCommand>(
    _ command: Command, of order: Order, for call: Call
  ) async throws -> AfterSales where Command.Answer == AfterSalesDecision {
    try await decide(command, at: order.origin, for: call) { try $0.take($1) }.request
  }
}
