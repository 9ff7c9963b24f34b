/// A field that the contract promises and an answer lacks, or gives with another type.
public struct BrokenPromise: Sendable, Hashable, Codable {
  /// The name of the output.
  public var field: String
  /// `out.points: "many" is no int`.
  public var detail: String

  public init(field: String, detail: String) {
    self.field = field
    self.detail = detail
  }
}
