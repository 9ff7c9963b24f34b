/// `DELETE /api/member/wechat`: 204, whether or not there was a binding.
struct UnbindHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try await shop.change(as: call) { try $0.unbind($1) }
    return .empty()
  }
}
