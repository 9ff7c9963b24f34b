import Foundation
import Synchronization

/// A shop that notices what runs side by side.
final class MeetingShop: Sendable {
  let server: SmallServer
  private let kept: KeptRequests

  /// `GET /a alice`, in the order in which they came.
  var log: [String] {
    kept.all.map { request in
      [request.method, request.path, request.headers["x-who"]].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  init() throws {
    let kept = KeptRequests()
    self.kept = kept
    server = try SmallServer { request in
      kept.add(request)
      switch request.path {
      case "/waits-for-rounds": return Self.wait { kept.count(of: "/round") == 3 }
      case "/meet": return Self.wait { kept.count(of: "/meet") >= 2 }
      case "/blocked":
        sleep(600)
        return .notFound
      case "/refuse": return .json(#"{"error":"no"}"#, status: 422)
      default: return .json(#"{"who":"\#(request.headers["x-who"] ?? "")"}"#)
      }
    }
  }

  /// Answers once that is so; gives up after a minute.
  private static func wait(_ isTrue: () -> Bool) -> SmallAnswer {
    for _ in 0..<6000 where !isTrue() { usleep(10_000) }
    return isTrue() ? .json("{}") : SmallAnswer(status: 504)
  }
}

extension KeptRequests {
  func count(of path: String) -> Int { all.count { $0.path == path } }
}
