import Foundation
import Synchronization

/// The time every retry, expiry and signature of a mock set follows.
///
/// It starts at the wall clock, runs with the monotonic one, so it never jumps by itself, and can be
/// advanced: sleepers whose time has come then wake at once.
package final class MockClock: Sendable {
  private struct Sleeper {
    let continuation: CheckedContinuation<Void, Never>
    var timer: Task<Void, Never>?

    func wake() {
      timer?.cancel()
      continuation.resume()
    }
  }

  private struct State {
    var advanced: Duration = .zero
    var nextSleeper: UInt64 = 0
    var sleepers: [UInt64: Sleeper] = [:]
  }

  private let wallAtStart: Duration
  private let monotonicAtStart: UInt64
  private let state = Mutex(State())

  package init() {
    wallAtStart = .milliseconds(Int64(Date().timeIntervalSince1970 * 1000))
    monotonicAtStart = MonotonicTime.nanoseconds()
  }

  /// Time since 1970.
  package var now: Duration {
    let elapsed = MonotonicTime.nanoseconds() - monotonicAtStart
    return wallAtStart + .nanoseconds(Int64(elapsed)) + state.withLock(\.advanced)
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

  package func advance(by duration: Duration) {
    let woken = state.withLock { state in
      state.advanced += duration
      defer { state.sleepers = [:] }
      return Array(state.sleepers.values)
    }
    for sleeper in woken { sleeper.wake() }
  }

  /// Returns once `now` has reached `deadline`, or early when the task is cancelled.
  package func sleep(until deadline: Duration) async {
    while !Task.isCancelled {
      let advancedBefore = state.withLock(\.advanced)
      let remaining = deadline - now
      guard remaining > .zero else { return }
      await nap(remaining, unlessAdvancedSince: advancedBefore)
    }
  }

  package func sleep(for duration: Duration) async {
    await sleep(until: now + duration)
  }

  private func nap(_ remaining: Duration, unlessAdvancedSince before: Duration) async {
    let id = state.withLock { state in
      state.nextSleeper += 1
      return state.nextSleeper
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        enrol(continuation, as: id, unlessAdvancedSince: before)
        startTimer(of: id, after: remaining)
      }
    } onCancel: {
      wake(id)
    }
  }

  /// A cancellation or an advance that came first finds no sleeper, so it is looked for here.
  private func enrol(
    _ continuation: CheckedContinuation<Void, Never>, as id: UInt64,
    unlessAdvancedSince before: Duration
  ) {
    let isLate = state.withLock { state in
      guard state.advanced == before, !Task.isCancelled else { return true }
      state.sleepers[id] = Sleeper(continuation: continuation)
      return false
    }
    if isLate { continuation.resume() }
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
