/// The way a change of one entity takes from one platform to another.
public struct Link: Sendable, Hashable, Codable, Comparable {
  /// `nil` when neither contract nor scenario names it.
  public var entity: String?
  public var from: String
  public var to: String

  public init(entity: String?, from: String, to: String) {
    self.entity = entity
    self.from = from
    self.to = to
  }

  public static func < (a: Link, b: Link) -> Bool {
    (a.entity ?? "", a.from, a.to) < (b.entity ?? "", b.from, b.to)
  }
}
