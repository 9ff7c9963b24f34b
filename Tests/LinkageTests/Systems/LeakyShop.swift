import Foundation
import Synchronization

/// A shop that answers with every secret it knows in every way of writing.
final class LeakyShop: Sendable {
  let server: SmallServer
  private let seen: SeenSecrets

  /// What must stand in no file: the secrets given, those that it made, and those it was sent.
  var secrets: [String] { seen.all }

  /// - Parameter known: the secrets that it knows from the start.
  init(_ known: [String]) throws {
    let seen = SeenSecrets(known)
    self.seen = seen
    server = try SmallServer { request in
      seen.learn(from: request)
      switch request.path {
      case "/login": return Self.login(seen, status: 200)
      case "/odd-login": return Self.login(seen, status: 418)
      case "/bare-login": return .json(#"{"token":{"inner":"\#(seen.issue("inner"))"}}"#)
      case "/form": return .page(Self.form(seen))
      case "/moved":
        return .redirect("/echo?key=" + (seen.percent.first ?? ""), "X-Was: \(seen.ascii)")
      case "/odd": return SmallAnswer(status: 418, headers: [], body: seen.page)
      case "/slow":
        sleep(600)
        return .notFound
      default: return .json(#"{"text":"\#(seen.jsonPage)"}"#, "X-Echo: \(seen.ascii)")
      }
    }
  }

  private static func login(_ seen: SeenSecrets, status: Int) -> SmallAnswer {
    let (token, ticket, cookie) = (seen.issue("ses/é"), seen.issue("hdr~+"), seen.issue("sid/+="))
    let pass = seen.steady("out/ +é")
    return .json(
      #"{"token":"\#(token)","pass":"\#(pass)","said":"for \#(token), \#(pass)"}"#, status: status,
      "X-Ticket: \(ticket)", "Set-Cookie: sid=\(cookie); HttpOnly; Path=/",
      "Set-Cookie: big=\(seen.issue("big-cookie-value")); Path=/")
  }

  private static func form(_ seen: SeenSecrets) -> String {
    """
    <form id=word method=post action=/echo><input type=hidden name=api_token value="\
    \(seen.issue("hidden/"))"><input name=word><input name=password></form>
    """
  }
}

/// What the shop must not see again.
final class SeenSecrets: Sendable {
  private let state: Mutex<(all: [String], count: Int)>

  init(_ known: [String]) { state = Mutex((known, 0)) }

  var all: [String] { state.withLock(\.all) }

  /// A new one.
  func issue(_ beginning: String) -> String {
    state.withLock { state in
      state.count += 1
      let secret = "\(beginning)-is5ued-\(UUID().uuidString.prefix(13))-\(state.count)"
      state.all.append(secret)
      return secret
    }
  }

  /// The same each time.
  func steady(_ beginning: String) -> String {
    let secret = "\(beginning)-st3ady-one"
    state.withLock { if !$0.all.contains(secret) { $0.all.append(secret) } }
    return secret
  }

  /// A `pin` is made up by the scenario.
  func learn(from request: SmallRequest) {
    guard let pin = request.json("pin") else { return }
    state.withLock { if !$0.all.contains(pin) { $0.all.append(pin) } }
  }

  var page: String { all.map(SecretSpellings.page).joined(separator: "\n") }

  var jsonPage: String {
    page.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
      .replacingOccurrences(of: "\n", with: "\\n")
  }

  var percent: [String] {
    all.compactMap { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) }
  }

  /// Those that a header can hold.
  var ascii: String {
    all.filter { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }.joined(separator: " ")
  }
}
