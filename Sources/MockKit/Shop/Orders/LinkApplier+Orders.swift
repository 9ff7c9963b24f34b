/// What the other side tells of its orders and of the requests that belong to them.
extension LinkApplier {
  /// News are told also of a state that a later one has overtaken on its way.
  func take(_ order: Order) throws {
    var order = order
    order.memberId = try known(order.memberId)
    if try Orders.put(order, always: ignoresVersions, in: database), order.moments.paidAt != nil {
      try change.raiseLevel(of: order.memberId)
      try change.givePerk(to: order.memberId)
    }
    try News(of: order)?.post(by: change.shop, in: database)
    try change.wakePayments(of: order)
  }

  func take(_ request: AfterSales) throws {
    var request = request
    request.memberId = try known(request.memberId)
    try AfterSalesRecords.put(request, in: database)
    try News(of: request)?.post(by: change.shop, in: database)
  }
}
