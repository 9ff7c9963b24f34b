import LinkageCore
import Values

/// The few shapes that `results.json` is made of.
extension Value {
  /// Keys in the order given, each once; an absent value is `null`, so every key is always there.
  static func object(_ pairs: [(String, Value?)]) -> Value {
    .map(ValueMap(distinct: pairs.map { (.string($0), $1 ?? .null) }))
  }

  static func count(_ number: Int) -> Value { .int(Int64(number)) }

  static func milliseconds(_ length: Nanoseconds) -> Value { .double(length.milliseconds) }

  static func text(_ text: LocalizedText) -> Value {
    .object([("en", .string(text.english)), ("zh", .string(text.chinese))])
  }

  static func place(_ place: Place) -> Value {
    .object([
      ("path", .string(place.path)), ("line", .count(place.line)),
      ("column", .count(place.column)),
    ])
  }
}
