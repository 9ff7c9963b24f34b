import Testing

struct NeverHappened: Error {}

/// Asks again and again until there is a value, at most three minutes: a busy machine is slow.
@discardableResult
func eventually<Value>(_ ask: () async throws -> Value?) async throws -> Value {
  let end = ContinuousClock.now + .seconds(180)
  repeat {
    if let value = try await ask() { return value }
    try await Task.sleep(for: .milliseconds(2))
  } while ContinuousClock.now < end
  throw NeverHappened()
}
