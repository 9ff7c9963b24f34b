/// A way from the website into the mini-program, as it travels between the platforms.
package struct Entry: Sendable, Equatable, Codable {
  package enum Kind: String, Sendable, Codable {
    /// A URL link, a scheme, a picture to scan.
    case link, scheme, code
  }

  /// 16 hexadecimal digits; what a code carries as its `scene` and a link as `entry`.
  package let entryKey: String
  package let kind: Kind
  /// The mini-program's page, without a slash before it.
  package let page: String
  /// Where on the website it stands, such as `banner`.
  package let source: String
  package let sku: String?
  /// Whom the website showed it, where somebody was logged in.
  package var memberId: String?
  /// The same where nobody was: by what the front end knows the visitor.
  package var visitor: String?
  /// Absent for a code.
  package let link: String?
  /// RFC 3339.
  package let createdAt: String
}
