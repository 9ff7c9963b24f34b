import Foundation

/// What may stand in links and codes.
enum LinkText {
  private static let marks = "!#$&'()*+,/:;=?@-._~"
  private static let letters = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  private static let scene = letters.union(CharacterSet(charactersIn: marks))
  private static let query = scene.union(CharacterSet(charactersIn: "%"))
  /// What `encodeURIComponent` leaves alone.
  private static let component = letters.union(CharacterSet(charactersIn: "-_.!~*'()"))
  /// What a value within a URL's query may be, so that people can still read it.
  private static let value = component.union(CharacterSet(charactersIn: "/?=:@,;$"))

  static func isScene(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(scene.contains) }

  static func isQuery(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(query.contains) }

  /// As JavaScript's `encodeURIComponent`.
  static func encodeComponent(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: component) ?? ""
  }

  static func encodeValue(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: value) ?? ""
  }
}
