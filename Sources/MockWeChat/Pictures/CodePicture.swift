import Foundation
import MockKit

/// The picture of a code.
struct CodePicture: Sendable {
  let answer: WeChatAnswer

  /// Throws where the text is too long for a picture, which only a long path makes it.
  init(_ text: String, _ style: CodeStyle) throws(WeChatError) {
    guard let code = QRCode(text) else { throw .pathLength }
    let raster = CodeRaster(code, width: style.pixels)
    if style.hasNoGround {
      let png = PNG(raster, line: style.line.bytes, hasGround: false, comment: text)
      answer = .file(png.bytes, contentType: "image/png")
    } else {
      let jpeg = JPEG(raster, line: style.line.bytes, comment: text)
      answer = .file(jpeg.bytes, contentType: "image/jpeg")
    }
  }
}

extension Call {
  /// Name and port of this server, as the caller calls it.
  var host: String { headers["host"] ?? "127.0.0.1" }
}
