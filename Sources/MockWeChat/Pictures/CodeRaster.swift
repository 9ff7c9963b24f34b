/// A code drawn into a square of pixels, in its middle and as large as whole modules allow.
struct CodeRaster: Sendable {
  /// In modules, on each side: a scanner needs it.
  private static let quiet = 4

  /// In pixels.
  let width: Int
  private let code: QRCode
  private let scale: Int
  private let margin: Int

  init(_ code: QRCode, width: Int) {
    self.code = code
    self.width = width
    scale = max(1, width / (code.size + 2 * Self.quiet))
    margin = (width - code.size * scale) / 2
  }

  /// All rows of pixels from the top, each made by joining what stands for light and dark pixels.
  func rows<Row: RangeReplaceableCollection>(
    _ row: (_ isDark: (Int) -> Bool) -> Row
  ) -> Row {
    let blank = row { _ in false }
    var all = Row()
    for _ in 0..<margin { all.append(contentsOf: blank) }
    for module in 0..<code.size {
      let line = row { isDark(module, at: $0) }
      for _ in 0..<scale { all.append(contentsOf: line) }
    }
    for _ in 0..<(width - margin - code.size * scale) { all.append(contentsOf: blank) }
    return all
  }

  private func isDark(_ row: Int, at x: Int) -> Bool {
    let column = (x - margin) / scale
    return x >= margin && column < code.size && code.isDark(row, column)
  }
}
