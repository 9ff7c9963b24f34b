import NIOCore
import Synchronization

/// The connections to one host. Whoever finds none free waits in line.
final class WirePool: Sendable {
  private struct State {
    var idle: [WireConnection] = []
    var busy = 0
    var waiting: CircularBuffer<CheckedContinuation<WireConnection?, Never>> = []
    var isClosed = false
  }

  private enum Turn {
    case reuse(WireConnection)
    case open
    case wait
  }

  private let host: WireHost
  private let limit: Int
  private let state = Mutex(State())

  init(host: WireHost, limit: Int) {
    self.host = host
    self.limit = limit
  }

  func take(timeout: Duration) async throws(WireError) -> WireConnection {
    if let connection = try await turn() { return connection }
    do {
      return try await WireConnection.open(to: host, timeout: timeout)
    } catch {
      giveBack(nil)
      throw error
    }
  }

  /// Hands the place of a finished exchange on; nothing stands for a connection that broke.
  func giveBack(_ connection: WireConnection?) {
    let usable = connection.flatMap { $0.isOpen ? $0 : nil }
    let next = state.withLock { state -> CheckedContinuation<WireConnection?, Never>? in
      if let next = state.waiting.popFirst() { return next }
      state.busy -= 1
      if let usable, !state.isClosed {
        state.idle.append(usable)
      } else {
        usable?.close()
      }
      return nil
    }
    next?.resume(returning: usable)
  }

  func close() {
    let idle = state.withLock { state in
      state.isClosed = true
      defer { state.idle = [] }
      return state.idle
    }
    for connection in idle { connection.close() }
  }

  /// A connection to use again, or nothing where a new one may be opened.
  private func turn() async throws(WireError) -> WireConnection? {
    guard !state.withLock(\.isClosed) else { throw .closed }
    return await withCheckedContinuation { continuation in
      let turn = state.withLock { state in
        let turn = Self.next(&state, limit: limit)
        if case .wait = turn { state.waiting.append(continuation) }
        return turn
      }
      switch turn {
      case .reuse(let connection): continuation.resume(returning: connection)
      case .open: continuation.resume(returning: nil)
      case .wait: break
      }
    }
  }

  private static func next(_ state: inout State, limit: Int) -> Turn {
    while let idle = state.idle.popLast() {
      guard idle.isOpen else { continue }
      state.busy += 1
      return .reuse(idle)
    }
    guard state.busy < limit else { return .wait }
    state.busy += 1
    return .open
  }
}
