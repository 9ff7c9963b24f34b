import Foundation
import MockKit
import Synchronization

/// Tells one platform.
final class PlatformTeller: Sendable {
  private struct State {
    /// The version of each product that the platform has heard of. All begin with 1.
    var told: [String: Int] = [:]
    /// How often the platform was told of a level in vain.
    var failures: [String: Int] = [:]
    var backoff = Backoff()
  }

  let side: ShopSide
  private let database: MockDatabase
  private let environment: LinkEnvironment
  private let state = Mutex(State())

  init(side: ShopSide, database: MockDatabase, environment: LinkEnvironment) {
    self.side = side
    self.database = database
    self.environment = environment
  }

  func forget() {
    state.withLock { $0.told = [:] }
  }

  /// - Returns: when to try again, where the platform does not answer.
  func run(_ url: String, _ trace: Traceparent) async -> Duration? {
    do {
      while try await tellSome(url, trace) {}
      state.withLock { $0.backoff.succeeded() }
      return nil
    } catch {
      return environment.clock.now + state.withLock { $0.backoff.failed() }
    }
  }

  /// - Returns: whether there was something to tell.
  private func tellSome(_ url: String, _ trace: Traceparent) async throws -> Bool {
    let levels = try await database.read(StockBook.all)
    let told = state.withLock(\.told)
    let news = levels.filter { $0.version > told[$0.sku] ?? 1 }
    for level in news {
      try await tell(level, url, trace)
      state.withLock { $0.told[level.sku] = level.version }
    }
    return !news.isEmpty
  }

  private func tell(_ level: StockLevel, _ url: String, _ trace: Traceparent) async throws {
    let event = StockEvent(level, time: environment.clock.timestamp, trace: trace)
    let name = "\(level.sku) \(level.version)"
    let failures = state.withLock { $0.failures[name] ?? 0 }
    do {
      try await event.send(to: url, environment, attempt: failures + 1)
      state.withLock { $0.failures[name] = nil }
    } catch {
      state.withLock { $0.failures = [name: failures + 1] }
      throw error
    }
  }
}
