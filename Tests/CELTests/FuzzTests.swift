import CEL
import Testing
import Values

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Each run of a body must come back: with a value or an error, never with a crash.
@Suite("random input")
struct FuzzTests {
  private static let tokens = [
    "a", "b.c", "out", ".", ",", "(", ")", "[", "]", "{", "}", ":", "?", "!", "-", "+", "*", "/",
    "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in", "true", "false", "null", "0", "1",
    "9223372036854775807", "1u", "0.5", "1e308", "'x'", "\"é\"", "b'\\xff'", "r'\\d'", "'a", "has(",
    ".all(x, ", ".map(x, ", ".filter(y, ", ".exists(z, ", ".exists_one(x, ", "size(", ".size()",
    "int(", "string(", "timestamp(", "duration('1h')", ".matches(", ".split(", ".join(", ".format(",
    ".substring(", ".replace(", ".getHours('+01:00')", "x", "type(", "dyn(", "`q`", " ", "\n", "//",
  ]

  private static let valid = [
    "out.points == before.out.points + earn.with.amount && has(out.level)",
    "items.filter(i, i.price > 10 || i.sku.startsWith('A')).map(i, i.price * 2)[0] <= 40",
    "'%s is %d'.format(['x', 5]).split(' ').join('-').matches('^x-(is|was)-[0-9]+$')",
    "timestamp('2024-02-29T00:00:00Z') + duration('1h30m') < timestamp(1e3 > 1.0 ? 5 : 6)",
    "{'a': [1, 2u, 3.0], true: b'x', 5: null}['a'].exists_one(n, n == 2) ? -x : !y",
  ]

  private static let scope = Scope(variables: [
    "a": 1, "b": ["c": [1, 2, 3]], "out": ["points": 5, "level": "x"], "x": "text",
    "items": [["price": 20, "sku": "A1"]], "before": ["out": ["points": 5]], "y": true,
  ])

  private func run(_ source: String) {
    let limits = Limits(steps: 20_000, outputSize: 1 << 20)
    guard let expression = try? Expression(source, limits: limits) else { return }
    let explanation = expression.explain(in: Self.scope)
    let length = source.utf8.count
    let problems = expression.checked { $0 == "a" ? .int : nil }.problems
    #expect(problems.allSatisfy { $0.range.upperBound <= length }, "\(source)")
    #expect(explanation.parts.allSatisfy { $0.range.upperBound <= length }, "\(source)")
    if case .failure(let error) = explanation.result {
      #expect(error.range.upperBound <= length && !error.message.isEmpty, "\(source)")
    }
    #expect(expression.references.allSatisfy { $0.range.upperBound <= length }, "\(source)")
  }

  @Test("token soup gives a value or an error", arguments: 0..<4 as Range<UInt64>)
  func tokenSoup(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let count = Int.random(in: 1...20, using: &generator)
      run((0..<count).compactMap { _ in Self.tokens.randomElement(using: &generator) }.joined())
    }
  }

  @Test("a mutated expression gives a value or an error", arguments: 4..<8 as Range<UInt64>)
  func mutations(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1500 {
      var bytes = Array((Self.valid.randomElement(using: &generator) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, &generator) }
      run(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0 where place < bytes.count: bytes.remove(at: place)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2: bytes.insert(contentsOf: bytes[place...].prefix(8), at: place)
    default:
      bytes.insert(contentsOf: (Self.tokens.randomElement(using: &generator) ?? "").utf8, at: place)
    }
  }

  @Test("a random pattern matches, does not, or is refused", arguments: 8..<12 as Range<UInt64>)
  func patterns(_ seed: UInt64) {
    let pieces = [
      "a", "b", "é", ".", "*", "+", "?", "{2}", "{0,3}", "{1,}", "(", ")", "(?:", "(?i)", "(?P<n>",
      "|", "[a-c]", "[^a]", "[", "]", "\\d", "\\b", "^", "$", "\\pL", "\\x{e9}", "*?", "\\", "-",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1500 {
      let count = Int.random(in: 1...12, using: &generator)
      let source = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      guard let pattern = try? Pattern(source) else { continue }
      for text in ["", "aab", "bébéa1\nc", "aaaaaaaaaaaaaaaaaaaaaaaa"] {
        let match = pattern.firstMatch(in: text)
        #expect((match != nil) == pattern.matches(text), "\(source)")
        #expect(pattern.allMatches(in: text)?.first == match, "\(source)")
      }
    }
  }
}
