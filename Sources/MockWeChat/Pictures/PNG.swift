import CZlib
import Foundation

/// A code as a PNG of two colours, its text in the picture's comment.
struct PNG: Sendable {
  private static let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let keyword = Array("Comment".utf8) + [0]

  let bytes: Data

  /// - Parameters:
  ///   - line: red, green and blue of the dark modules.
  ///   - hasGround: whether the light ones are white; otherwise one sees through them.
  init(_ raster: CodeRaster, line: [UInt8], hasGround: Bool, comment: String) {
    let side = Self.number(UInt32(raster.width))
    // One bit a pixel, out of a palette.
    var all = Self.start + Self.chunk("IHDR", side + side + [1, 3, 0, 0, 0])
    all += Self.chunk("PLTE", [255, 255, 255] + line)
    if !hasGround { all += Self.chunk("tRNS", [0]) }
    all += Self.chunk("tEXt", Self.keyword + Array(comment.utf8))
    all += Self.chunk("IDAT", Self.packed(raster.rows { Self.row($0, width: raster.width) }))
    bytes = Data(all + Self.chunk("IEND", []))
  }

  /// The first comment of a PNG; nothing where there is none, or it is no PNG.
  static func comment(in bytes: [UInt8]) -> String? {
    guard bytes.starts(with: start) else { return nil }
    var place = start.count
    while place + 8 <= bytes.count {
      let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard place + 8 + length <= bytes.count else { return nil }
      let content = bytes[(place + 8)..<(place + 8 + length)]
      if bytes[(place + 4)..<(place + 8)].elementsEqual("tEXt".utf8), content.starts(with: keyword)
      {
        return String(decoding: content.dropFirst(keyword.count), as: UTF8.self)
      }
      place += 12 + length
    }
    return nil
  }

  /// The number of its filter, none, then eight pixels a byte.
  private static func row(_ isDark: (Int) -> Bool, width: Int) -> [UInt8] {
    [0]
      + stride(from: 0, to: width, by: 8).map { first in
        (first..<first + 8).reduce(0) { $0 << 1 | ($1 < width && isDark($1) ? 1 : 0) }
      }
  }

  private static func packed(_ rows: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(rows.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    // The room is what the library says is always enough.
    compress(&packed, &count, rows, UInt(rows.count))
    return Array(packed.prefix(Int(count)))
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return number(UInt32(content.count)) + body
      + number(UInt32(truncatingIfNeeded: crc32(0, body, UInt32(body.count))))
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian, Array.init)
  }
}
