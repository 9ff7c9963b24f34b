import MockKit

/// Leads to another page; its braces stand for the route's parameters.
struct PageAbove: Handler {
  let path: String

  func answer(_ call: Call) async throws -> Reply {
    PageSite.redirect(to: path.filled(with: call.parameters))
  }
}
