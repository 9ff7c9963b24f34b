/// What a code is to look like.
struct CodeStyle: Sendable, Decodable {
  private enum CodingKeys: String, CodingKey {
    case width
    case hasOwnColor = "auto_color"
    case color = "line_color"
    case isTransparent = "is_hyaline"
  }

  /// In pixels.
  static let widths = 280...1280
  private static let standard = 430

  private let width: Int?
  private let hasOwnColor: Bool?
  private let color: LineColor?
  private let isTransparent: Bool?

  /// As wide as the nearest that there is.
  var pixels: Int {
    min(max(width ?? Self.standard, Self.widths.lowerBound), Self.widths.upperBound)
  }

  var isOutside: Bool { width.map { !Self.widths.contains($0) } ?? false }

  /// The app of the mock has no colour of its own, so that the automatic one is black.
  var line: LineColor { hasOwnColor == true ? .black : color ?? .black }

  /// Then the picture is a PNG.
  var hasNoGround: Bool { isTransparent == true }
}

/// Red, green and blue; clients send numbers or texts.
struct LineColor: Sendable, Equatable, Decodable {
  private enum CodingKeys: String, CodingKey {
    case r, g, b
  }

  static let black = LineColor(bytes: [0, 0, 0])

  let bytes: [UInt8]

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    bytes = try [.r, .g, .b].map { try Self.byte($0, in: fields) }
  }

  private static func byte(
    _ key: CodingKeys, in fields: KeyedDecodingContainer<CodingKeys>
  ) throws -> UInt8 {
    guard fields.contains(key) else { return 0 }
    if let number = try? fields.decode(UInt8.self, forKey: key) { return number }
    guard let number = UInt8(try fields.decode(String.self, forKey: key)) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: fields, debugDescription: "expected 0 to 255")
    }
    return number
  }
}
