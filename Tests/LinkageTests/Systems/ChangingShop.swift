import Foundation
import Synchronization

/// A shop whose order changes with each look at it, as its path wants: what a probe sees depends on
/// nothing but how often it has read.
final class ChangingShop: Sendable {
  let server: SmallServer

  init() throws {
    let looks = Looks()
    server = try SmallServer { request in
      if request.method == "POST" {
        looks.restart()
        return .json("{}", status: 201)
      }
      let look = looks.next()
      switch request.path {
      case "/in-parts": return Self.order(status: look > 3 ? "paid" : "open", points: 0)
      // Gone for so long that some reads were sent after it was seen.
      case "/flickering":
        return Self.order(status: (4...6).contains(look) || look > 12 ? "paid" : "open")
      case "/closing": return Self.order(status: look > 3 ? "closed" : "open")
      case "/cached": return Self.order(status: "open", "Age: \(look > 3 ? 30 : 7)")
      default: return .notFound
      }
    }
  }

  private static func order(status: String, points: Int = 10, _ header: String...) -> SmallAnswer {
    var answer = SmallAnswer.json(#"{"status":"\#(status)","points":\#(points)}"#)
    answer.headers += header
    return answer
  }

  private final class Looks: Sendable {
    private let count = Mutex(0)

    func restart() { count.withLock { $0 = 0 } }

    func next() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }
}
