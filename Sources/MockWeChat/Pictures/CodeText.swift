import Foundation

/// What the picture of a code says: a URL at the mock, which carries all there is to know.
struct CodeText: Sendable, Equatable {
  /// What the real picture looks like, and so how people scan it.
  enum Shape: String, Sendable {
    /// The code for mini-programs.
    case round = "wxa"
    /// A QR code.
    case square = "qr"
  }

  static let path = "/c"

  let appid: String
  let destination: Destination
  let shape: Shape

  /// - Parameter host: name and port of the mock, as whoever asked for the picture calls it.
  func url(at host: String) -> String {
    var fields = ["kind=\(shape.rawValue)", "appid=\(LinkText.encodeValue(appid))"]
    if destination.version != .release { fields.append("env=\(destination.version.rawValue)") }
    fields.append("path=" + LinkText.encodeValue(destination.path))
    if !destination.query.isEmpty {
      fields.append("query=" + LinkText.encodeValue(destination.query))
    }
    return "http://\(host)\(Self.path)?" + fields.joined(separator: "&")
  }

  init(appid: String, destination: Destination, shape: Shape) {
    self.appid = appid
    self.destination = destination
    self.shape = shape
  }

  /// Nothing where the fields are not those of a code.
  init?(_ fields: [String: String]) {
    guard let shape = Shape(rawValue: fields["kind"] ?? ""), let appid = fields["appid"],
      let path = fields["path"], let version = AppVersion(rawValue: fields["env"] ?? "release")
    else { return nil }
    self.init(
      appid: appid,
      destination: Destination(path: path, query: fields["query"] ?? "", version: version),
      shape: shape)
  }
}
