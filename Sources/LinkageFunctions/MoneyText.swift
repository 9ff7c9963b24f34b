/// An amount of money as people and systems write it; the rules are those of `Money`.
struct MoneyText {
  static func parse(_ text: String) -> Int64? {
    guard text.utf8.count <= 100 else { return nil }
    var rest = Array(text.unicodeScalars.map(plain))[...]
    var isNegative = false
    trim(&rest)
    if rest.first == "(", rest.last == ")" {
      isNegative = true
      rest = rest.dropFirst().dropLast()
      trim(&rest)
    }
    guard let first = rest.firstIndex(where: isDigit), let last = rest.lastIndex(where: isDigit)
    else { return nil }
    // ".5" and "5." are amounts too.
    let start = first > rest.startIndex && rest[first - 1] == "." ? first - 1 : first
    let end = last + 1 < rest.endIndex && rest[last + 1] == "." ? last + 1 : last
    var (before, after) = (rest[..<start], rest[(end + 1)...])
    let signs = [takeSign(&before), takeSign(&after)].compactMap { $0 }
    guard signs.count + (isNegative ? 1 : 0) <= 1 else { return nil }
    isNegative = isNegative || signs == ["-"]
    guard let decimals = decimals(before, after), let number = Number(rest[start...end]) else {
      return nil
    }
    return number.amount(decimals: decimals).map { isNegative ? -$0 : $0 }
  }

  /// At most one side names the currency, or both the same number of decimals.
  private static func decimals(
    _ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>
  ) -> Int? {
    let (left, right) = (string(before), string(after))
    guard let one = Currency.decimals(left), let other = Currency.decimals(right) else {
      return nil
    }
    if left.isEmpty { return other }
    if right.isEmpty { return one }
    // "¥ 500 JPY" and "US$ 5 USD": the code decides.
    return right.utf8.count == 3 && right.utf8.allSatisfy { $0 < 0x80 } ? other : one
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var rest = scalars
    trim(&rest)
    return rest.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  /// A sign at either end of what stands beside the number.
  private static func takeSign(_ part: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    trim(&part)
    if let first = part.first, first == "-" || first == "+" { return part.removeFirst() }
    if let last = part.last, last == "-" || last == "+" { return part.removeLast() }
    return nil
  }

  private static func trim(_ part: inout ArraySlice<Unicode.Scalar>) {
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Full-width forms, minus signs and blanks of other kinds as plain ones.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case "\u{2212}", "\u{2012}", "\u{2013}", "\u{FE63}": "-"
    case "\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\u{3000}", "\t", "\n", "\r": " "
    case "\u{2019}", "\u{2BC}": "'"
    case "\u{FFE5}": "¥"
    case "\u{FFE1}": "£"
    default: scalar
    }
  }
}

extension MoneyText {
  /// Digits with marks between them.
  private struct Number {
    private var whole: [Unicode.Scalar]
    private var fraction: [Unicode.Scalar] = []

    /// `nil` where the marks are not where they belong.
    init?(_ scalars: ArraySlice<Unicode.Scalar>) {
      let point = Self.decimalMark(scalars)
      whole = []
      if let point { fraction = Array(scalars[(point + 1)...]) }
      guard fraction.allSatisfy(MoneyText.isDigit),
        let digits = Self.ungrouped(
          scalars[..<(point ?? scalars.endIndex)], point.map { scalars[$0] })
      else { return nil }
      whole = digits
    }

    func amount(decimals: Int) -> Int64? {
      guard fraction.dropFirst(decimals).allSatisfy({ $0 == "0" }) else { return nil }
      let kept = fraction.prefix(decimals)
      let zeros = Array(repeating: Unicode.Scalar("0"), count: decimals - kept.count)
      return Int64((whole + kept + zeros).reduce(into: "") { $0.unicodeScalars.append($1) })
    }

    private static func decimalMark(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
      let marks = scalars.indices.filter { scalars[$0] == "." || scalars[$0] == "," }
      guard let last = marks.last else { return nil }
      let same = marks.filter { scalars[$0] == scalars[last] }
      if same.count < marks.count { return same.count == 1 ? last : nil }
      guard marks.count == 1 else { return nil }
      let isGroup = scalars[last] == "," && scalars.endIndex - last - 1 == 3
      return isGroup ? nil : last
    }

    /// The digits without the marks between their groups; `nil` where groups are wrong.
    private static func ungrouped(
      _ scalars: ArraySlice<Unicode.Scalar>, _ point: Unicode.Scalar?
    ) -> [Unicode.Scalar]? {
      let marks = Set(scalars.filter { !MoneyText.isDigit($0) })
      guard let mark = marks.first else { return Array(scalars) }
      guard marks.count == 1, mark != point, [".", ",", " ", "'"].contains(mark) else { return nil }
      let groups = scalars.split(separator: mark, omittingEmptySubsequences: false)
      let inner = groups.dropFirst().dropLast()
      let isIndian = mark == "," && inner.allSatisfy { $0.count == 2 }
      guard groups[0].count <= 3, !groups[0].isEmpty, groups.last?.count == 3,
        inner.allSatisfy({ $0.count == 3 }) || isIndian && groups[0].count <= 2
      else { return nil }
      return groups.flatMap { $0 }
    }
  }
}
