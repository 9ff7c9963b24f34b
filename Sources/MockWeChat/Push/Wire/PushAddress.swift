import Foundation

/// Where an app's back end takes what is pushed.
struct PushAddress: Sendable, Equatable {
  let text: String
  /// Such as `http://127.0.0.1:8080`.
  let base: String
  private let path: String
  private let query: String?

  /// Nothing where it is no address of a server for HTTP.
  init?(_ text: String) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme,
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty
    else { return nil }
    self.text = text
    base = "\(scheme)://\(host):\(parts.port ?? (scheme == "http" ? 80 : 443))"
    path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    query = parts.percentEncodedQuery
  }

  /// Path and query, its own parameters first.
  func target(_ parameters: [(String, String)]) -> String {
    let own = query.map { [$0] } ?? []
    return path + "?" + (own + parameters.map { "\($0)=\(Self.escape($1))" }).joined(separator: "&")
  }

  private static func escape(_ text: String) -> String {
    let safe = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: safe) ?? text
  }
}
