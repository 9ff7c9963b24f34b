import Values

/// The `strings` extension: functions that count in code points.
enum StringFunctions {
  static let all: [StandardFunction] = [
    StandardFunction(
      "charAt", [.takes(.string, .int, giving: .string)], receiver: true, charAt),
    StandardFunction("indexOf", searches, receiver: true, indexOf),
    StandardFunction("lastIndexOf", searches, receiver: true, lastIndexOf),
    StandardFunction(
      "substring",
      [.takes(.string, .int, giving: .string), .takes(.string, .int, .int, giving: .string)],
      receiver: true, substring),
    StandardFunction("reverse", [.takes(.string, giving: .string)], receiver: true, reverse),
    StandardFunction("trim", [.takes(.string, giving: .string)], receiver: true, trim),
  ]

  private static let searches: [Signature] = [
    .takes(.string, .string, giving: .int), .takes(.string, .string, .int, giving: .int),
  ]

  private typealias Scalars = [Unicode.Scalar]

  private static func scalars(
    _ value: Value, _ budget: inout Budget
  ) throws(Problem) -> Scalars {
    guard case .string(let text) = value else { throw .noOverload }
    try budget.spend(text.utf8.count)
    return Array(text.unicodeScalars)
  }

  private static func integer(_ value: Value) throws(Problem) -> Int64 {
    guard case .int(let number) = value else { throw .noOverload }
    return number
  }

  /// The place that an argument names.
  private static func place(
    _ value: Value, in range: ClosedRange<Int>, of function: String
  ) throws(Problem) -> Int {
    let number = try integer(value)
    guard let place = Int(exactly: number), range.contains(place) else {
      throw .because(.argumentOutOfRange(function: function, value: number))
    }
    return place
  }

  private static func built(
    _ scalars: some Sequence<Unicode.Scalar>, _ budget: inout Budget
  ) throws(Problem) -> Value {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let result = String(text)
    try budget.build(result.utf8.count)
    return .string(result)
  }

  private static func charAt(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    let text = try scalars(arguments[0], &budget)
    let place = try place(arguments[1], in: 0...text.count, of: "charAt")
    return try built(text[place...].prefix(1), &budget)
  }

  private static func indexOf(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    let text = try scalars(arguments[0], &budget)
    let part = try scalars(arguments[1], &budget)
    var start = 0
    if arguments.count > 2 { start = try place(arguments[2], in: 0...text.count, of: "indexOf") }
    return .int(Int64(ByteSearch(part).firstPlace(in: text, from: start) ?? -1))
  }

  private static func lastIndexOf(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    let text = try scalars(arguments[0], &budget)
    let part = try scalars(arguments[1], &budget)
    var last = text.count
    if arguments.count > 2 { last = try place(arguments[2], in: 0...text.count, of: "lastIndexOf") }
    guard part.count <= text.count else { return -1 }
    // Searched backwards, a match that starts at or before `last` ends at or after its mirror image.
    let start = max(0, text.count - min(last, text.count - part.count) - part.count)
    let found = ByteSearch(part.reversed() as Scalars)
      .firstPlace(in: text.reversed() as Scalars, from: start)
    return .int(Int64(found.map { text.count - $0 - part.count } ?? -1))
  }

  private static func substring(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    let text = try scalars(arguments[0], &budget)
    let start = try place(arguments[1], in: 0...text.count, of: "substring")
    var end = text.count
    if arguments.count > 2 {
      end = try place(arguments[2], in: start...text.count, of: "substring")
    }
    return try built(text[start..<end], &budget)
  }

  private static func reverse(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    try built(try scalars(arguments[0], &budget).reversed(), &budget)
  }

  private static func trim(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    let text = try scalars(arguments[0], &budget)
    guard let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = text.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return try built(text[first...last], &budget)
  }
}
