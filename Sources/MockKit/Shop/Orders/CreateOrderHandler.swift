/// `POST /api/orders`.
struct CreateOrderHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let request = try call.decode(OrderRequest.self)
    try request.check()
    return try await OrderSaga(shop: shop).place(request, for: call)
  }
}
