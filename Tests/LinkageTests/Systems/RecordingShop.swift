import Foundation
import Synchronization

/// A shop that remembers every request byte for byte.
final class RecordingShop: Sendable {
  let server: SmallServer
  private let seen: Recorded

  /// What it hands out; nobody else knows it.
  static let token = "tok'en \"of\" $HOME `id` \\ 1"
  static let cookie = "c00kie-of-the-session"

  final class Recorded: Sendable {
    private let all = Mutex<[SmallRequest]>([])
    func append(_ request: SmallRequest) { all.withLock { $0.append(request) } }
    func take() -> [SmallRequest] {
      all.withLock { all in
        defer { all = [] }
        return all
      }
    }
  }

  init() throws {
    let seen = Recorded()
    self.seen = seen
    server = try SmallServer { request in
      seen.append(request)
      switch (request.method, request.path) {
      case ("POST", "/login"):
        let token = Self.token.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return .json(
          #"{"token":"\#(token)"}"#, "Set-Cookie: sid=\(Self.cookie); Path=/in; HttpOnly")
      case ("GET", "/in/page"):
        return .page(
          "<form id=f method=post action=/in/form><input name=who><input name=password></form>")
      case ("GET", "/in/moved"), ("PUT", "/in/moved"):
        return .redirect("/in/here", "Set-Cookie: way=1; Path=/in")
      case ("HEAD", _): return SmallAnswer(status: 200)
      default: return .json(#"{"ok":true}"#)
      }
    }
  }

  /// All requests since the last call, in the order in which they came.
  func takeRequests() -> [SmallRequest] { seen.take() }
}
