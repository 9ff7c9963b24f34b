/// Tells whoever is not logged in so, before it tells what else is wrong with the request.
///
/// The session is looked at here only where the request was refused: the others look at it anyway.
struct SessionFirst: Handler {
  /// Routes that need no session of a member.
  private static let open = [
    "/api/register", "/api/login", "/api/logout", "/api/products", "/api/categories", "/api/levels",
    "/api/coupon-offers", "/api/staff", "/api/site", "/api/entries", "/api/codes", "/api/landings",
    "/api/events",
  ]

  let inner: any Handler
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    do {
      return try await inner.answer(call)
    } catch let error where error is InvalidRequest || error is IdempotencyError {
      _ = try await shop.read(as: call) { _, member in member }
      throw error
    }
  }

  static func isNeeded(at path: String) -> Bool {
    path.hasPrefix("/api/") && !open.contains { path == $0 || path.hasPrefix($0 + "/") }
  }
}
