import Foundation
import Synchronization

/// The time every retry, expiry and signature of a mock set follows.
///
/// It starts at the wall clock, runs with the monotonic one, so it never jumps by itself, and can be
/// moved: sleepers whose time has come then wake at once.
package final class MockClock: Sendable {
  private struct Sleeper {
    let deadline: Duration
    let continuation: CheckedContinuation<Void, Never>
    var timer: Task<Void, Never>?

    func wake() {
      timer?.cancel()
      continuation.resume()
    }
  }

  private struct State {
    var offset: Duration = .zero
    /// How often it was moved.
    var moves: UInt64 = 0
    var nextSleeper: UInt64 = 0
    var sleepers: [UInt64: Sleeper] = [:]
  }

  private let wallAtStart: Duration
  private let monotonicAtStart: UInt64
  private let state = Mutex(State())

  private let moved: @Sendable (_ offset: Duration) -> Void

  /// - Parameters:
  ///   - offset: how far from the wall clock it starts.
  ///   - moved: told of each new offset.
  package init(
    offset: Duration = .zero, moved: @escaping @Sendable (_ offset: Duration) -> Void = { _ in }
  ) {
    self.moved = moved
    state.withLock { $0.offset = offset }
    wallAtStart = .milliseconds(Int64(Date().timeIntervalSince1970 * 1000))
    monotonicAtStart = MonotonicTime.nanoseconds()
  }

  /// Time since 1970.
  package var now: Duration {
    let elapsed = MonotonicTime.nanoseconds() - monotonicAtStart
    return wallAtStart + .nanoseconds(Int64(elapsed)) + offset
  }

  /// Whole seconds since 1970.
  package var seconds: Int64 { now.components.seconds }

  /// Whole milliseconds since 1970.
  package var milliseconds: Int64 { Int64(now / .milliseconds(1)) }

  /// RFC 3339 in UTC with milliseconds.
  package var timestamp: String { Self.timestamp(now) }

  package static func timestamp(_ sinceEpoch: Duration) -> String {
    CalendarTime(sinceEpoch).text
  }

  /// How far it was moved away from the wall clock.
  package var offset: Duration { state.withLock(\.offset) }

  package func advance(by duration: Duration) {
    move { $0 += duration }
  }

  /// Makes it tell that time since 1970, which may lie behind it.
  package func set(to time: Duration) {
    let distance = time - now
    move { $0 += distance }
  }

  package func set(offset: Duration) {
    move { $0 = offset }
  }

  private func move(_ change: (inout Duration) -> Void) {
    let (offset, woken) = state.withLock { state in
      change(&state.offset)
      state.moves += 1
      defer { state.sleepers = [:] }
      return (state.offset, Array(state.sleepers.values))
    }
    moved(offset)
    for sleeper in woken { sleeper.wake() }
  }

  /// Whether everybody whose time has come is awake.
  package var isQuiet: Bool {
    let now = now
    return state.withLock { $0.sleepers.values.allSatisfy { $0.deadline > now } }
  }

  /// Returns once `now` has reached `deadline`, or early when the task is cancelled.
  package func sleep(until deadline: Duration) async {
    while !Task.isCancelled {
      let moves = state.withLock(\.moves)
      let remaining = deadline - now
      guard remaining > .zero else { return }
      await nap(until: deadline, after: remaining, unlessMovedSince: moves)
    }
  }

  package func sleep(for duration: Duration) async {
    await sleep(until: now + duration)
  }

  private func nap(
    until deadline: Duration, after remaining: Duration, unlessMovedSince moves: UInt64
  ) async {
    let id = state.withLock { state in
      state.nextSleeper += 1
      return state.nextSleeper
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let sleeper = Sleeper(deadline: deadline, continuation: continuation)
        enrol(sleeper, as: id, unlessMovedSince: moves)
        startTimer(of: id, after: remaining)
      }
    } onCancel: {
      wake(id)
    }
  }

  /// A cancellation or a move that came first finds no sleeper, so it is looked for here.
  private func enrol(_ sleeper: Sleeper, as id: UInt64, unlessMovedSince moves: UInt64) {
    let isLate = state.withLock { state in
      guard state.moves == moves, !Task.isCancelled else { return true }
      state.sleepers[id] = sleeper
      return false
    }
    if isLate { sleeper.wake() }
  }

  private func startTimer(of id: UInt64, after remaining: Duration) {
    state.withLock { state in
      guard state.sleepers[id] != nil else { return }
      state.sleepers[id]?.timer = Task {
        try? await Task.sleep(for: remaining, tolerance: .zero)
        wake(id)
      }
    }
  }

  private func wake(_ id: UInt64) {
    state.withLock { $0.sleepers.removeValue(forKey: id) }?.wake()
  }
}
