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
    try Self.check(items)
    try address.check()
  }

  static func check(_ items: [Line]) throws(InvalidRequest) {
    guard (1...50).contains(items.count) else {
      throw InvalidRequest(field: "items", reason: .outside("a list of 1 to 50 items"))
    }
    for (index, line) in items.enumerated() where !(1...999).contains(line.quantity) {
      throw InvalidRequest(field: "items[\(index)].quantity", reason: .outside("1 to 999"))
    }
  }
}

extension Order.Address {
  func check() throws(InvalidRequest) {
    for (field, value) in [("name", name), ("phone", phone), ("line", line)] where value.isEmpty {
      throw InvalidRequest(field: "address.\(field)", reason: .outside("not empty"))
    }
  }
}
