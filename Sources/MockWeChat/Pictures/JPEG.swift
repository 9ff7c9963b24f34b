import CJPEG
import Foundation

/// A code as a JPEG, its text in the picture's comment.
struct JPEG: Sendable {
  private static let quality: Int32 = 92
  private static let white: [UInt8] = [255, 255, 255]

  let bytes: Data

  /// - Parameter line: red, green and blue of the dark modules.
  init(_ raster: CodeRaster, line: [UInt8], comment: String) {
    let pixels = raster.rows { isDark in
      (0..<raster.width).flatMap { isDark($0) ? line : Self.white }
    }
    let text = Array(comment.utf8)
    var written: UnsafeMutablePointer<UInt8>?
    let count = cjpeg_write(
      pixels, UInt32(raster.width), Self.quality, text, UInt32(text.count), &written)
    defer { free(written) }
    bytes = written.map { Data(bytes: $0, count: Int(count)) } ?? Data()
  }

  /// The first comment of a JPEG; nothing where there is none, or it is no JPEG.
  static func comment(in bytes: [UInt8]) -> String? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xDA {
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      guard length >= 2, place + 2 + length <= bytes.count else { return nil }
      if bytes[place + 1] == 0xFE {
        return String(decoding: bytes[(place + 4)..<(place + 2 + length)], as: UTF8.self)
      }
      place += 2 + length
    }
    return nil
  }
}
