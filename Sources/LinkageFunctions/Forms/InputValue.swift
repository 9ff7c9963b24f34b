/// What an input sends as the page gives it (HTML standard, section 4.10.5.1: value sanitisation).
enum InputValue {
  static func initial(of tag: MarkupTag, type: String) -> String {
    let value = tag["value"] ?? ""
    switch type {
    case "hidden":
      return tag["name"]?.asciiLowercased == "_charset_" ? "UTF-8" : value
    case "email", "url": return withoutLineEnds(value).htmlTrimmed
    case "number": return Double(value) == nil ? "" : value
    case "range": return Double(value) == nil ? middle(of: tag) : value
    case "color": return isColor(value) ? value.asciiLowercased : "#000000"
    case "date", "month", "week", "time", "datetime-local": return value
    default: return withoutLineEnds(value)
    }
  }

  /// Whether an input of this type can send the direction of its text.
  static func hasDirection(_ type: String) -> Bool {
    !["number", "range", "color", "date", "month", "week", "time", "datetime-local"].contains(type)
  }

  private static func withoutLineEnds(_ value: String) -> String {
    String(decoding: value.utf8.filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// Halfway between the ends, which are 0 and 100 unless the page says otherwise.
  private static func middle(of tag: MarkupTag) -> String {
    let low = tag["min"].flatMap { Double($0) } ?? 0
    let high = tag["max"].flatMap { Double($0) } ?? 100
    let middle = high < low ? low : low + (high - low) / 2
    guard middle.isFinite else { return "50" }
    let text = middle.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func isColor(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.count == 7 && bytes[0] == UInt8(ascii: "#")
      && bytes.dropFirst().allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
  }
}
