/// `GET /api/packages/{id}/code`: what the member shows the clerk.
struct ShowPackageCodeHandler: Handler {
  private struct View: Encodable {
    let packageId: String
    let code: String
    let usesLeft: Int
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let found = try await shop.read(as: call) { try ServicePackages.find(id, of: $1, in: $0) }
    guard let code = found.code else { throw PackageError.over(id, found.status) }
    return try .json(View(packageId: id, code: code, usesLeft: found.usesLeft))
  }
}
