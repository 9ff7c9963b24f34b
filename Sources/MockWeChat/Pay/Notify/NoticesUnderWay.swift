import MockKit
import Synchronization

/// The notifications that are being sent: side by side, so that a slow merchant holds up nobody else,
/// but few to one host, and of one order one after the other.
final class NoticesUnderWay: Sendable {
  private struct Way {
    let order: String
    let host: String
    let task: Task<Void, Never>
  }

  private static let most = 256
  private static let mostPerHost = 16

  private let chore: Chore
  private let ways = Mutex<[String: Way]>([:])

  /// - Parameter chore: starts notifications, and is woken after each.
  init(chore: Chore) {
    self.chore = chore
  }

  /// Whether nothing is being sent or about to be. Both are looked at in one breath: the chore is woken
  /// before an end shows, and starts something before it rests.
  var isResting: Bool { ways.withLock { $0.isEmpty && chore.isResting } }

  /// Sends those for which there is a place, in their order.
  func start(_ due: [Notice], _ send: @escaping @Sendable (Notice) async -> Void) {
    ways.withLock { ways in
      for notice in due {
        let host = (try? NoticeAddress(notice.url))?.base ?? notice.url
        guard Self.hasPlace(for: notice, host, among: ways) else { continue }
        let task = Task {
          await send(notice)
          self.end(notice.id)
        }
        ways[notice.id] = Way(order: notice.outTradeNo, host: host, task: task)
      }
    }
  }

  private static func hasPlace(
    for notice: Notice, _ host: String, among ways: [String: Way]
  ) -> Bool {
    ways.count < most && ways[notice.id] == nil
      && !ways.values.contains { $0.order == notice.outTradeNo }
      && ways.values.count { $0.host == host } < mostPerHost
  }

  private func end(_ id: String) {
    ways.withLock { ways in
      ways[id] = nil
      chore.wake()
    }
  }

  /// Breaks off what is being sent.
  func stop() async {
    let tasks = ways.withLock { $0.values.map(\.task) }
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
  }
}
