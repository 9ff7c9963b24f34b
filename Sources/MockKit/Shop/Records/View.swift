/// When a member last looked at a product.
struct View: Sendable, Equatable, Encodable {
  let sku: String
  /// In ms since 1970. What one member looks at on one platform never has the same time twice, so
  /// that the order is the same everywhere.
  let atMs: Int64

  private enum CodingKeys: String, CodingKey {
    case sku, viewedAt
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(sku, forKey: .sku)
    try fields.encode(MockClock.timestamp(.milliseconds(atMs)), forKey: .viewedAt)
  }
}

/// A view as it travels.
struct ViewRecord: Sendable, Codable {
  /// Under which id it was made; a merge leaves it.
  let memberId: String
  let sku: String
  /// In ms since 1970.
  let atMs: Int64
}
