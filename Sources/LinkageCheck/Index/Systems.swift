import LinkageCore

/// Which system each case ran on. Only where the run gave a case one of its own is the same key another
/// entity there: on a system that somebody else keeps, all cases share it, whatever they break.
struct Systems: Sendable {
  /// Zero for the one that all others share.
  private let numbers: [Int]

  init(_ outline: Outline) {
    numbers = outline.cases.enumerated().map { number, item in
      item.hasOwnSystem == true ? number + 1 : 0
    }
  }

  /// The number of the system that a case ran on.
  func number(ofCase number: Int) -> Int { numbers[number] }

  /// The number of the system that an operation was done on.
  func number(of operation: IndexedOperation) -> Int { numbers[operation.step.case] }
}
