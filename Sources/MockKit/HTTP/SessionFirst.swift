/// Tells whoever is not logged in so, before it tells what else is wrong with the request.
///
/// The session is looked at here only where the request was refused: the others look at it anyway.
struct SessionFirst: Handler {
  /// Routes that need no session of a member.
  private static let open = [
    "/api/register", "/api/login", "/api/logout", "/api/products", "/api/categories", "/api/levels",
    "/api/coupon-offers", "/api/staff", "/api/site", "/api/entries", "/api/codes", "/api/landings",
    "/api/services", "/api/lessons", "/api/library", "/api/theme",
    "/api/campaigns", "/api/surveys",
    "/api/events",
  ]
  /// Below those, what needs one all the same.
  private static let closed = ["/api/lessons/{id}/sign-up", "/api/library/{id}/download"]

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
    guard path.hasPrefix("/api/") else { return false }
    return closed.contains(path) || !open.contains { path == $0 || path.hasPrefix($0 + "/") }
  }
}
