import LinkageCore

/// Which system each case ran on. One that breaks something, or moves the clock, has one of its own,
/// where the same key is another entity.
struct Systems: Sendable {
  /// Zero for the one that all others share.
  private let numbers: [Int]

  init(_ outline: Outline) {
    numbers = outline.cases.enumerated().map { number, item in
      item.steps.contains(where: \.kind.changesSystem) ? number + 1 : 0
    }
  }

  /// The number of the system that an operation was done on.
  func number(of operation: IndexedOperation) -> Int { numbers[operation.step.case] }
}
