/// Reproducible damage to a text.
struct Mutation: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// What YAML, expressions and templates care about.
  private static let pieces = [
    "'", "\"", "{", "}", "[", "]", "(", ")", ":", ": ", ", ", "- ", "# ", " #", "!", "!has(x)",
    "&a ",
    "*a", "|", ">-", "? ", "${", "}", "$${", "\n", "\r\n", "\t", "  ", "\u{2028}", "\u{85}",
    "\u{0}",
    "\u{FEFF}", "\u{E000}", "中", "👨‍👩‍👧", "é", "\\", "%", "@", "`", "---\n", "...\n", "<<: *a", "null",
    "~", "&&", "==", "1e999", "out.", "env.X", "!!str ", "!!binary ", "\\u0000",
    "repeat: { times: 3 }", "together: [", "use: flows/member.yaml", "use: f.yaml",
    "parity: member",
    "read: { web: web.member, mini: mini.member }", "matrix: [ { a: 1 } ]", "matrix: { a: [1, 2] }",
    "${row.side}", "${row.", "inputs.", "inputs: { x: int? }", "outputs: { a: b.out.c }", "sync: {",
    "until: [ true ]", "stays: 1s", "exclusive: [a]", "tolerance: { points: 1 }",
    "normalise: { points: value + 1 }", "fields: [points]", "round", "rounds", "007", "0x10",
  ]

  mutating func damage(_ text: String, times: Int) -> String {
    var characters = Array(text)
    for _ in 0..<times { damage(&characters) }
    return String(characters)
  }

  private mutating func damage(_ text: inout [Character]) {
    guard !text.isEmpty else { return }
    let at = Int.random(in: 0..<text.count, using: &self)
    let end = min(text.count, at + Int.random(in: 1...12, using: &self))
    switch Int.random(in: 0..<5, using: &self) {
    case 0: text.removeSubrange(at..<end)
    case 1:
      text.insert(contentsOf: text[at..<end], at: Int.random(in: 0...text.count, using: &self))
    case 2: text.swapAt(at, end - 1)
    default: text.insert(contentsOf: Self.pieces.randomElement(using: &self) ?? "", at: at)
    }
  }
}
