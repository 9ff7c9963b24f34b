import Crypto
import Foundation

/// A theme as programs read it: the logo by its place and digest.
struct ThemeView: Sendable, Encodable {
  static let logoPath = "/api/theme/logo.svg"

  let primaryColor: String
  let primaryColorDark: String
  let textColor: String
  let backgroundColor: String
  let cornerRadius: Int
  let bodyFont: String
  let headingFont: String
  let logoPath: String
  /// Of the logo's bytes, in lower-case hexadecimal digits.
  let logoSha256: String
  let version: Int

  init(_ theme: Theme) {
    primaryColor = theme.primaryColor
    primaryColorDark = theme.primaryColorDark
    textColor = theme.textColor
    backgroundColor = theme.backgroundColor
    cornerRadius = theme.cornerRadius
    bodyFont = theme.bodyFont
    headingFont = theme.headingFont
    logoPath = Self.logoPath
    logoSha256 = SHA256.hash(data: Data(theme.logo.utf8)).map(Hexadecimal.pair).joined()
    version = theme.version
  }
}
