/// When a field was last changed: the higher version wins, the website's of two equal ones, so that
/// both sides end with the same whatever comes first.
package struct FieldStamp: Sendable, Hashable, Codable, Comparable {
  /// Counts the changes, from 0 at the registration.
  let version: Int
  let origin: ShopSide

  /// Nobody changes a field more often.
  private static let limit = 1 << 40

  init(version: Int, origin: ShopSide) {
    self.version = min(max(version, 0), Self.limit)
    self.origin = origin
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      version: try container.decode(Int.self, forKey: .version),
      origin: try container.decode(ShopSide.self, forKey: .origin))
  }

  package static func < (left: FieldStamp, right: FieldStamp) -> Bool {
    left.number < right.number
  }

  func next(on side: ShopSide) -> FieldStamp {
    FieldStamp(version: version + 1, origin: side)
  }
}

extension FieldStamp {
  init(number: Int) {
    self.init(version: number / 2, origin: number.isMultiple(of: 2) ? .mini : .web)
  }

  /// In the order in which stamps win.
  var number: Int { version * 2 + (origin == .web ? 1 : 0) }
}
