/// The body of `POST /api/orders`.
struct OrderRequest: Sendable, Decodable {
  struct Line: Sendable, Decodable {
    let sku: String
    let quantity: Int
  }

  let items: [Line]
  let address: Order.Address
  let couponId: String?

  func check() throws(InvalidRequest) {
    guard (1...50).contains(items.count) else {
      throw InvalidRequest(field: "items", reason: .outside("a list of 1 to 50 items"))
    }
    for (index, line) in items.enumerated() where !(1...999).contains(line.quantity) {
      throw InvalidRequest(field: "items[\(index)].quantity", reason: .outside("1 to 999"))
    }
    for (name, value) in [
      ("name", address.name), ("phone", address.phone), ("line", address.line),
    ] where value.isEmpty {
      throw InvalidRequest(field: "address.\(name)", reason: .outside("not empty"))
    }
  }
}
