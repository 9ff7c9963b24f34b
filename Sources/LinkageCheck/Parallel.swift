import Dispatch
import Synchronization

/// Work whose parts need nothing of one another, on all cores; the results stand in the items' order.
enum Parallel {
  private final class Results<Result: Sendable>: Sendable {
    private let all: Mutex<[Result?]>

    init(count: Int) { all = Mutex(Array(repeating: nil, count: count)) }

    func set(_ result: Result, at place: Int) { all.withLock { $0[place] = result } }

    var found: [Result] { all.withLock { $0.compactMap(\.self) } }
  }

  /// For few items that take long.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let results = Results<Result>(count: items.count)
    DispatchQueue.concurrentPerform(iterations: items.count) { place in
      results.set(body(items[place]), at: place)
    }
    return results.found
  }

  /// Two that differ in kind.
  static func both<One: Sendable, Other: Sendable>(
    _ one: @escaping @Sendable () -> One, and other: @escaping @Sendable () -> Other
  ) -> (One, Other) {
    let second = Mutex<Other?>(nil)
    let first = Mutex<One?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { place in
      if place == 0 {
        let result = one()
        first.withLock { $0 = result }
      } else {
        let result = other()
        second.withLock { $0 = result }
      }
    }
    guard let found = first.withLock({ $0 }), let rest = second.withLock({ $0 }) else {
      preconditionFailure("both have ended")
    }
    return (found, rest)
  }

  /// For many places that take little: a piece of them is done at once.
  static func map<Result: Sendable>(
    upTo count: Int, inPiecesOf size: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let starts = Array(stride(from: 0, to: count, by: size))
    guard starts.count > 1 else { return (0..<count).map(body) }
    return map(starts) { start in (start..<min(count, start + size)).map(body) }.flatMap(\.self)
  }
}
