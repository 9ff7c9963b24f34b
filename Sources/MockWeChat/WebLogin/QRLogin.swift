import Foundation
import MockKit

/// One picture that a website shows to be scanned.
struct QRLogin: Sendable {
  enum Phase: Sendable {
    case waiting
    case scanned(WeChatOwner)
    case confirmed(code: String)
    /// - Parameter redirects: the browser goes back with `state` alone.
    case denied(redirects: Bool)
  }

  let id: String
  let app: SeedData.App
  /// `redirect_uri`.
  let target: String
  let state: String
  /// Since 1970.
  let created: Duration
  /// From then on nobody can scan it or confirm.
  let expires: Duration
  var phase = Phase.waiting

  /// Where the browser goes now; nowhere while nobody has decided.
  var redirect: String? {
    switch phase {
    case .confirmed(let code): target(adding: [("code", code), ("state", state)])
    case .denied(true): target(adding: [("state", state)])
    default: nil
    }
  }

  private func target(adding parameters: [(String, String)]) -> String {
    let query = parameters.map { name, value in "\(name)=\(Self.encode(value))" }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let base = parts.first.map(String.init) ?? target
    let fragment = parts.count > 1 ? "#\(parts[1])" : ""
    return base + (base.contains("?") ? "&" : "?") + query.joined(separator: "&") + fragment
  }

  private static func encode(_ text: String) -> String {
    let plain = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}

extension QRLogin.Phase {
  var name: String {
    switch self {
    case .waiting: "waiting"
    case .scanned: "scanned"
    case .confirmed: "confirmed"
    case .denied: "denied"
    }
  }

  /// What the page that waits is told: `wx_errcode`.
  var number: Int {
    switch self {
    case .waiting: 408
    case .scanned: 404
    case .confirmed: 405
    case .denied: 403
    }
  }
}
