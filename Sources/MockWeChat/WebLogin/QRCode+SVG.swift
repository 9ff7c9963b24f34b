extension QRCode {
  /// In modules, on each side: a scanner needs it.
  private static let quiet = 4

  /// The code as an SVG element, a unit for each module.
  ///
  /// - Parameter label: what it is called; no markup in it.
  func svg(label: String) -> String {
    let edge = size + 2 * Self.quiet
    var path = ""
    for row in 0..<size {
      for column in 0..<size where isDark(row, column) {
        path += "M\(column + Self.quiet) \(row + Self.quiet)h1v1h-1z"
      }
    }
    return #"<svg viewBox="0 0 \#(edge) \#(edge)" role="img" aria-label="\#(label)" "#
      + #"shape-rendering="crispEdges"><path fill="black" d="\#(path)"/></svg>"#
  }
}
