import CQRCode

/// A text as a square of dark and light modules.
struct QRCode: Sendable {
  /// Modules on each side.
  let size: Int
  private let isDark: [Bool]

  /// Beyond it the text fits with less correction only.
  private static let longestWithMoreCorrection = 2300

  /// Nothing where the text is too long for any code, 2,953 bytes.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let level = bytes.count > Self.longestWithMoreCorrection ? QR_ECLEVEL_L : QR_ECLEVEL_M
    guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, level) else { return nil }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    self.size = size
    isDark = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
  }

  func isDark(_ row: Int, _ column: Int) -> Bool { isDark[row * size + column] }
}
