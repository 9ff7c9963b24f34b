import Values

/// The `strings` extension: functions that work on bytes of UTF-8.
enum TextFunctions {
  static let all: [StandardFunction] = [
    StandardFunction("lowerAscii", [.takes(.string, giving: .string)], receiver: true) {
      (arguments, budget) throws(Problem) in
      try mapped(arguments[0], &budget) { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }
    },
    StandardFunction("upperAscii", [.takes(.string, giving: .string)], receiver: true) {
      (arguments, budget) throws(Problem) in
      try mapped(arguments[0], &budget) { $0 &- 0x61 < 26 ? $0 - 0x20 : $0 }
    },
    StandardFunction(
      "replace",
      [
        .takes(.string, .string, .string, giving: .string),
        .takes(.string, .string, .string, .int, giving: .string),
      ], receiver: true, replace),
    StandardFunction(
      "split",
      [
        .takes(.string, .string, giving: .list(.string)),
        .takes(.string, .string, .int, giving: .list(.string)),
      ], receiver: true, split),
    StandardFunction(
      "join",
      [.takes(.list(.string), giving: .string), .takes(.list(.string), .string, giving: .string)],
      receiver: true, join),
    StandardFunction(
      "format", [.takes(.string, .list(.dyn), giving: .string)], receiver: true
    ) { (arguments, budget) throws(Problem) in
      guard case .string(let template) = arguments[0], case .list(let values) = arguments[1] else {
        throw .noOverload
      }
      var formatter = Formatter(template, values)
      return .string(try formatter.format(&budget))
    },
    StandardFunction("strings.quote", [.takes(.string, giving: .string)]) {
      (arguments, budget) throws(Problem) in
      let text = try text(arguments[0], &budget)
      try budget.build(text.count * 2 + 2)
      return .string(quoted(text))
    },
  ]

  private static func text(_ value: Value, _ budget: inout Budget) throws(Problem) -> [UInt8] {
    guard case .string(let text) = value else { throw .noOverload }
    try budget.spend(text.utf8.count)
    return Array(text.utf8)
  }

  private static func mapped(
    _ value: Value, _ budget: inout Budget, _ change: (UInt8) -> UInt8
  ) throws(Problem) -> Value {
    let bytes = try text(value, &budget)
    try budget.build(bytes.count)
    return .string(String(decoding: bytes.map(change), as: UTF8.self))
  }

  /// The optional count that `replace` and `split` end with; all when it is negative or absent.
  private static func limit(_ value: Value?) throws(Problem) -> Int {
    guard let value else { return .max }
    guard case .int(let number) = value else { throw .noOverload }
    return number < 0 ? .max : Int(clamping: number)
  }

  /// The places where a part begins, none overlapping; an empty part begins at every code point.
  private static func places(of part: [UInt8], in text: [UInt8], limit: Int) -> [Int] {
    let search = ByteSearch(part)
    var places: [Int] = []
    var at = 0
    while places.count < limit, at <= text.count, let place = search.firstPlace(in: text, from: at)
    {
      places.append(place)
      at = place + max(part.count, place < text.count ? text[place].sequenceLength : 1)
    }
    return places
  }

  private static func replace(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    let text = try text(arguments[0], &budget)
    let part = try self.text(arguments[1], &budget)
    let new = try self.text(arguments[2], &budget)
    let limit = try limit(arguments.dropFirst(3).first)
    let places = places(of: part, in: text, limit: limit)
    let (added, overflow) = places.count.multipliedReportingOverflow(by: new.count)
    try budget.build(overflow ? .max : max(0, text.count - places.count * part.count) + added)
    var output: [UInt8] = []
    var end = 0
    for place in places {
      output += text[end..<place]
      output += new
      end = place + part.count
    }
    output += text[end...]
    return .string(String(decoding: output, as: UTF8.self))
  }

  private static func split(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    let text = try text(arguments[0], &budget)
    let separator = try self.text(arguments[1], &budget)
    let limit = try limit(arguments.dropFirst(2).first)
    guard limit > 0 else { return [] }
    var cuts = places(of: separator, in: text, limit: separator.isEmpty ? .max : limit - 1)
    if separator.isEmpty { cuts = Array(cuts.dropFirst().dropLast().prefix(limit - 1)) }
    if separator.isEmpty && text.isEmpty { return [] }
    try budget.build(elements: cuts.count + 1)
    try budget.build(text.count)
    var pieces: [Value] = []
    var end = 0
    for cut in cuts {
      pieces.append(.string(String(decoding: text[end..<cut], as: UTF8.self)))
      end = cut + separator.count
    }
    pieces.append(.string(String(decoding: text[end...], as: UTF8.self)))
    return .list(pieces)
  }

  private static func join(
    _ arguments: [Value], _ budget: inout Budget
  ) throws(Problem) -> Value {
    guard case .list(let list) = arguments[0] else { throw .noOverload }
    var separator = ""
    if arguments.count > 1 {
      guard case .string(let text) = arguments[1] else { throw .noOverload }
      separator = text
    }
    var output = ""
    for (place, element) in list.enumerated() {
      guard case .string(let text) = element else { throw .noOverload }
      try budget.build(text.utf8.count + separator.utf8.count)
      if place > 0 { output += separator }
      output += text
    }
    return .string(output)
  }

  private static let escapes: [UInt8: UInt8] = [
    0x07: UInt8(ascii: "a"), 0x08: UInt8(ascii: "b"), 0x0C: UInt8(ascii: "f"),
    0x0A: UInt8(ascii: "n"), 0x0D: UInt8(ascii: "r"), 0x09: UInt8(ascii: "t"),
    0x0B: UInt8(ascii: "v"), 0x5C: 0x5C, 0x22: 0x22,
  ]

  private static func quoted(_ text: [UInt8]) -> String {
    var output: [UInt8] = [0x22]
    for byte in text {
      if let escape = escapes[byte] {
        output += [0x5C, escape]
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output + [0x22], as: UTF8.self)
  }
}

extension UInt8 {
  /// How many bytes the UTF-8 sequence has that begins with this one.
  var sequenceLength: Int {
    self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4
  }
}
