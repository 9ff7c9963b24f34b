import Dispatch
import Synchronization

/// Work whose parts need nothing of one another, on all cores; the results stand in the items' order.
///
/// Not one within the other: what is begun inside runs on one core.
enum Parallel {
  private final class Results<Result: Sendable>: Sendable {
    private let all: Mutex<[Result?]>

    init(count: Int) { all = Mutex(Array(repeating: nil, count: count)) }

    func set(_ result: Result, at place: Int) { all.withLock { $0[place] = result } }

    var found: [Result] { all.withLock { $0.compactMap(\.self) } }
  }

  /// For few items that take long, and one thing of another kind beside them, which is begun first.
  static func map<Item: Sendable, Result: Sendable, Other: Sendable>(
    _ items: [Item], each body: @escaping @Sendable (Item) -> Result,
    beside other: @escaping @Sendable () -> Other
  ) -> ([Result], Other) {
    let results = Results<Result>(count: items.count)
    let found = Mutex<Other?>(nil)
    DispatchQueue.concurrentPerform(iterations: items.count + 1) { place in
      if place == 0 {
        let result = other()
        found.withLock { $0 = result }
      } else {
        results.set(body(items[place - 1]), at: place - 1)
      }
    }
    guard let other = found.withLock({ $0 }) else { preconditionFailure("it has ended") }
    return (results.found, other)
  }

  /// The same for many places that take little: a piece of them is done at once.
  static func map<Result: Sendable, Other: Sendable>(
    upTo count: Int, inPiecesOf size: Int, each body: @escaping @Sendable (Int) -> Result,
    beside other: @escaping @Sendable () -> Other
  ) -> ([Result], Other) {
    let starts = Array(stride(from: 0, to: count, by: size))
    let (pieces, found) = map(
      starts, each: { start in (start..<min(count, start + size)).map(body) }, beside: other)
    return (pieces.flatMap(\.self), found)
  }
}
