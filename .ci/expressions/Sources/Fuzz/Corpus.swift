/// Valid texts and the pieces that they are changed with.
struct Corpus: Sendable {
  let valid: [String]
  let pieces: [String]

  /// One input: half of them valid texts with some bytes changed, half pieces in a row.
  func input(_ generator: inout SeededGenerator) -> [UInt8] {
    guard Bool.random(using: &generator) else {
      let count = Int.random(in: 1...24, using: &generator)
      return (0..<count).flatMap { _ in Array(piece(&generator).utf8) }
    }
    var bytes = Array((valid.randomElement(using: &generator) ?? "").utf8)
    for _ in 0..<([1, 1, 1, 2, 3, 6].randomElement(using: &generator) ?? 1) {
      mutate(&bytes, &generator)
    }
    return bytes
  }

  private func piece(_ generator: inout SeededGenerator) -> String {
    pieces.randomElement(using: &generator) ?? ""
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let length = Int.random(in: 1...12, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1))
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + length))
    case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 3 where place < bytes.count:
      bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
    case 4: bytes.insert(contentsOf: bytes[place...].prefix(length), at: place)
    case 5:
      let repeats = Int.random(in: 1...300, using: &generator)
      let part = Array(bytes[place...].prefix(min(length, 4)))
      bytes.insert(contentsOf: (0..<repeats).flatMap { _ in part }, at: place)
    default: bytes.insert(contentsOf: piece(&generator).utf8, at: place)
    }
  }

  static let expressions = Corpus(
    valid: [
      "out.points == before.out.points + earn.with.amount && has(out.level)",
      "items.filter(i, i.price > 10 || i.sku.startsWith('A')).map(i, i.price * 2)[0] <= 40",
      "'%s is %d'.format(['x', 5]).split(' ').join('-').matches('^x-(is|was)-[0-9]+$')",
      "timestamp('2024-02-29T00:00:00Z') + duration('1h30m') < timestamp(1e3 > 1.0 ? 5 : 6)",
      "{'a': [1, 2u, 3.0], true: b'x', 5: null}['a'].exists_one(n, n == 2) ? -x : !y",
      "[1, 2, 3].map(a, [4, 5].map(b, a * b)).all(l, l.exists(e, e % 2 == 0))",
      "string(base64.decode(base64.encode(b'\\x00\\377'))).reverse().upperAscii().size() > 0",
      "strings.quote(\"\"\"a\\n'b'\"\"\") + r'\\d' + '\\u00e9\\U0001F600' == .out.level",
      "int(uint('7')) + int(double('1e3')) - size(bytes('é')) == type(1) ? 0x7F : 1.5e-3",
      "out.`a-b`.c[out.level] in {'k': [null, {}, []]} || dyn(out).missing.substring(1, 2) == ''",
      "timestamp('1969-12-31T23:59:59.999Z').getHours('Asia/Shanghai') // a comment\n == 7",
      "'%.3e %x %X %b %o %% %f'.format([1.5, 'a', b'b', 5, 8u, -0.0]).lastIndexOf('e', 3)",
    ],
    pieces: [
      "a", "b.c", "out", ".", ",", "(", ")", "[", "]", "{", "}", ":", "?", "!", "-", "+", "*", "/",
      "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", " in ", "true", "false", "null", "0", "1",
      "9223372036854775807", "1u", "0.5", "1e308", "'x'", "\"é\"", "b'\\xff'", "r'\\d'", "'a",
      "has(", ".all(x, ", ".map(x, ", ".filter(y, ", ".exists(z, ", ".exists_one(x, ", "size(",
      ".size()", "int(", "uint(", "double(", "bool(", "bytes(", "string(", "timestamp(",
      "duration('1h')", ".matches(", ".split(", ".join(", ".format(", ".substring(", ".replace(",
      ".getHours('+01:00')", ".charAt(", ".indexOf(", ".trim()", ".reverse()", "strings.quote(",
      "base64.encode(", "base64.decode(", "x", "type(", "dyn(", "`q`", " ", "\n", "//", "'''",
      "0x", "1e", "\\", "'(a|b)*c'", "[1, 2, 3]", "{'a': 1}", "\u{0}", "🇨🇳", "'%s'", "e\u{301}",
    ])

  static let patterns = Corpus(
    valid: [
      "name=\"csrf\" value=\"([0-9a-f]+)\"", "^(?:1[3-9]\\d{9}|\\+86\\d+)$", "(a+)+$", "(a|aa)*b",
      "(?i)[^a-z\\d_]{2,5}?\\b(?P<n>é|中)+", "\\pL+\\P{Han}[[:alpha:][:^digit:]]*\\x{1F600}?",
      "(?s:.*)(?m:^x$)|\\Qa.b\\E\\A\\z", "((((a){1,9}){1,9}){1,9})b", "[\\x00-\\x{10FFFF}]*?$",
    ],
    pieces: [
      "a", "b", "é", ".", "*", "+", "?", "{2}", "{0,3}", "{1,}", "{1000}", "(", ")", "(?:", "(?i)",
      "(?P<n>", "|", "[a-c]", "[^a]", "[", "]", "\\d", "\\b", "\\B", "^", "$", "\\pL", "\\p{Greek}",
      "\\x{e9}", "*?", "+?", "??", "\\", "-", "[[:alpha:]]", "(?s)", "(?U)", "\\Q", "\\E", "\\A",
      "\\z", "{", "}", ",", "9", "\\07", "(?-i:", "\u{0}", "😀",
    ])

  static let json = Corpus(
    valid: [
      #"{"a":[1,-2.5e3,true,null],"é\ud83d\ude00":{"b":"x\n"},"c":18446744073709551615}"#,
      "[[[[{\"a\":{\"a\":{\"a\":[]}}}]]], 1e-400, 1.7976931348623157e308, -0.0, 0]",
      #" [ "\"\\\/\b\f\n\r\t\u00e9" , "中文" , { "k" : [ false ] } ] "#,
      "{\"id\":9007199254740993,\"n\":-9223372036854775808,\"x\":123456789012345678901234567890.5e-10}",
    ],
    pieces: [
      "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"\\u00", "\\ud83d", "\\", "1", "-", "0", ".5",
      "e9", "1e308", "true", "false", "null", " ", "\n", "\"é\"", "{\"a\":", "[1,", "\u{FEFF}",
      "\u{0}",
      "18446744073709551616", "NaN", "//", "'",
    ])
}
