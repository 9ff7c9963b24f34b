/// What may stand in a keyword, by the platform's table of kinds.
struct KeywordKind: Sendable {
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  func takes(_ value: String) -> Bool {
    guard !value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return false }
    switch name {
    case "thing": return value.count <= 20
    case "number": return value.count <= 32 && value.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
    case "letter": return value.wholeMatch(of: /[A-Za-z]{1,32}/) != nil
    case "symbol": return value.count <= 5 && !value.contains { $0.isLetter || $0.isNumber }
    case "character_string": return value.count <= 32 && !value.contains(where: Self.isHan)
    case "time": return Self.isTime(value)
    case "date": return Self.isDate(value)
    case "amount": return Self.isAmount(value)
    case "phone_number": return value.wholeMatch(of: /[-+0-9() ]{1,17}/) != nil
    case "car_number": return value.count <= 8
    case "name": return value.count <= (value.contains(where: Self.isHan) ? 10 : 20)
    case "phrase": return value.count <= 5 && value.allSatisfy(Self.isHan)
    default: return value.count <= 64
    }
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      (0x4E00...0x9FFF).contains($0.value) || (0x3400...0x4DBF).contains($0.value)
        || (0x20000...0x3FFFF).contains($0.value)
    }
  }

  /// A sign of currency, at most ten digits before the point, and 元.
  private static func isAmount(_ value: String) -> Bool {
    value.wholeMatch(of: /[^0-9A-Za-z.\s]?[0-9]{1,10}(\.[0-9]+)?元?/) != nil
  }

  /// 15:01, 2019年10月1日 15:01, or from one to another with `~`.
  private static func isTime(_ value: String) -> Bool {
    ends(of: value).allSatisfy { end in
      let words = end.split(separator: " ")
      return words.last.map(isClock) ?? false && words.count <= 2
        && (words.count == 1 || isDay(words[0]))
    }
  }

  /// 2019年10月1日, with a time or without, or from one to another with `~`.
  private static func isDate(_ value: String) -> Bool {
    ends(of: value).enumerated().allSatisfy { index, end in
      let words = end.split(separator: " ")
      if index == 1, words.count == 1, isClock(words[0]) { return true }
      return words.first.map(isDay) ?? false && words.count <= 2
        && (words.count == 1 || isClock(words[1]))
    }
  }

  private static func ends(of value: String) -> [Substring] {
    let ends = value.split(separator: /[~～]/, omittingEmptySubsequences: false)
    return ends.count <= 2 ? ends : [""]
  }

  private static func isClock(_ text: Substring) -> Bool {
    text.wholeMatch(of: /([01]?[0-9]|2[0-4])[:：][0-5][0-9]([:：][0-5][0-9])?/) != nil
  }

  private static func isDay(_ text: Substring) -> Bool {
    let han = /([0-9]{4}年)?(0?[1-9]|1[0-2])月((0?[1-9]|[12][0-9]|3[01])日)?/
    let plain = /([0-9]{4}[-\/.])?(0?[1-9]|1[0-2])([-\/.](0?[1-9]|[12][0-9]|3[01]))?/
    if text.wholeMatch(of: han) != nil { return true }
    return text.contains(/[-\/.]/) && text.wholeMatch(of: plain) != nil
  }
}
