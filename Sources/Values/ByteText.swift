/// Comparison of strings by their bytes in UTF-8, which orders them by code points as CEL demands.
/// Swift's own `==` and `<` compare canonically, so they call a letter with a combining accent equal
/// to the composed letter.
extension String {
  package func isSameText(as other: String) -> Bool {
    let mine = utf8
    let others = other.utf8
    guard mine.count == others.count else { return false }
    guard mine.count > 15 else { return mine.elementsEqual(others) }
    return mine.withContiguousStorageIfAvailable { a in
      others.withContiguousStorageIfAvailable { b in a.elementsEqual(b) }
    }.flatMap { $0 } ?? mine.elementsEqual(others)
  }

  package func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
