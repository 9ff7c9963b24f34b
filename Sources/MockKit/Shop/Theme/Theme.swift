/// How both platforms look. Also `theme.changed` on the link.
package struct Theme: Sendable, Equatable, Codable {
  /// `#rrggbb`, as all colours.
  package var primaryColor: String
  /// Of what is shown on a dark ground.
  package var primaryColorDark: String
  package var textColor: String
  package var backgroundColor: String
  /// In CSS pixels.
  package var cornerRadius: Int
  /// Names of fonts, the preferred one first.
  package var bodyFont: String
  package var headingFont: String
  /// An SVG.
  package var logo: String
  /// Rises by one with every change; a lower one never replaces a higher one.
  var version: Int

  /// With which every set begins.
  static let original = Theme(
    primaryColor: "#0a7d4f", primaryColorDark: "#4cc38a", textColor: "#1d2329",
    backgroundColor: "#f5f6f8", cornerRadius: 10,
    bodyFont: "system-ui, PingFang SC, Noto Sans CJK SC, sans-serif",
    headingFont: "system-ui, PingFang SC, Noto Sans CJK SC, sans-serif",
    logo: #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">"#
      + ##"<path fill="#0a7d4f" d="M4 10h20v8a8 8 0 0 1-8 8h-4a8 8 0 0 1-8-8z"/>"##
      + ##"<path fill="none" stroke="#0a7d4f" stroke-width="3" d="M24 12h2a3 3 0 0 1 0 6h-2"/></svg>"##,
    version: 1)
}
