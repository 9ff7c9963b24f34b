import Testing
import Values

@Suite("JSON")
struct JSONTests {
  @Test(
    "a text gives its value",
    arguments: [
      ("null", nil), (" true ", true), ("0", 0), ("-0", 0), ("-12", -12), ("1.0", 1.0),
      ("1e2", 100.0),
      ("1E-2", 0.01), ("-0.0", -0.0), ("9223372036854775807", .int(.max)),
      ("-9223372036854775808", .int(.min)), ("9223372036854775808", .uint(1 << 63)),
      ("18446744073709551615", .uint(.max)), ("18446744073709551616", 18446744073709551616.0),
      ("-9223372036854775809", -9223372036854775809.0), ("9007199254740993", 9_007_199_254_740_993),
      ("0.1", 0.1), ("123456789012345678901234567890.5e-10", 1.2345678901234567e19),
      ("2.2250738585072014e-308", 2.2250738585072014e-308), ("1e-400", 0.0),
      ("5e-324", .double(.leastNonzeroMagnitude)),
      ("1.7976931348623157e308", 1.7976931348623157e308),
      ("\"\"", ""),
      ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é😀\"", "a\"\\/\u{8}\u{C}\n\r\té😀é😀"),
      ("[]", []), ("{}", [:]), ("[1,[2,{\"a\":[]}],3]", [1, [2, ["a": []]], 3]),
      ("{\"b\":1,\"a\":{\"c\":null}}", ["b": 1, "a": ["c": nil]]),
      ("{\"a\":1,\"b\":2,\"a\":3}", ["a": 3, "b": 2]), ("\t[ 1 ,\r\n2 ] ", [1, 2]),
    ] as [(String, Value)])
  func reads(_ text: String, _ value: Value) throws {
    #expect(try Value(json: text) == value)
    #expect(try Value(jsonBytes: Array(text.utf8)) == value)
    #expect(try Value(jsonBytes: text.utf8.lazy.map { $0 }) == value)
  }

  @Test(
    "a malformed text tells what is wrong and where",
    arguments: [
      ("", .unexpectedEnd, 1, 1), ("  ", .unexpectedEnd, 1, 3), ("[1", .unexpectedEnd, 1, 3),
      ("[1,]", .unexpected(found: "\"]\"", expected: .value), 1, 4),
      ("{\"a\" 1}", .unexpected(found: "\"1\"", expected: .colon), 1, 6),
      ("{a: 1}", .unexpected(found: "\"a\"", expected: .keyOrEnd), 1, 2),
      ("{\"a\":1,}", .unexpected(found: "\"}\"", expected: .key), 1, 8),
      ("[1 2]", .unexpected(found: "\"2\"", expected: .commaOrEndOfList), 1, 4),
      ("{\"a\":1]", .unexpected(found: "\"]\"", expected: .commaOrEndOfMap), 1, 7),
      ("1 2", .unexpected(found: "\"2\"", expected: .endOfText), 1, 3),
      ("nul", .unexpected(found: "\"n\"", expected: .value), 1, 1),
      ("\n\n \"é\", 1", .unexpected(found: "\",\"", expected: .endOfText), 3, 5),
      ("01", .invalidNumber, 1, 2), ("1.", .unexpectedEnd, 1, 3), ("1.x", .invalidNumber, 1, 3),
      ("-", .unexpectedEnd, 1, 2), ("+1", .unexpected(found: "\"+\"", expected: .value), 1, 1),
      (".5", .unexpected(found: "\".\"", expected: .value), 1, 1), ("1e", .unexpectedEnd, 1, 3),
      ("1e999", .numberOutOfRange, 1, 1), ("\"\\x\"", .invalidEscape, 1, 2),
      ("\"\\u12g4\"", .invalidEscape, 1, 2), ("\"\\ud800\"", .loneSurrogate, 1, 2),
      ("\"\\ud800\\u0041\"", .loneSurrogate, 1, 2), ("\"\\udc00\"", .loneSurrogate, 1, 2),
      ("\"a\nb\"", .controlCharacterInString, 1, 3), ("\"abc", .unexpectedEnd, 1, 5),
      ("\u{FEFF}1", .byteOrderMark, 1, 1),
      ("NaN", .unexpected(found: "\"N\"", expected: .value), 1, 1),
    ] as [(String, JSONError.Kind, Int, Int)])
  func refuses(_ text: String, _ kind: JSONError.Kind, _ line: Int, _ column: Int) {
    let error = #expect(throws: JSONError.self) { try Value(json: text) }
    #expect(error?.kind == kind)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test(
    "bytes that are no UTF-8 are refused",
    arguments: [
      [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80],
      [0x61, 0x80], [0xEF, 0xBF, 0xBD, 0xFF], [0x5C, 0x6E, 0xFF],
    ])
  func invalidUTF8(_ bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try Value(jsonBytes: [0x22] + bytes + [0x22]) }
    #expect(error?.kind == .invalidUTF8)
  }

  @Test("the character that stands for broken ones is read as itself")
  func replacementCharacter() throws {
    #expect(try Value(json: "[\"\u{FFFD}\",\"a\u{FFFD}\\n\"]") == ["\u{FFFD}", "a\u{FFFD}\n"])
  }

  @Test("nesting has a limit and costs no stack")
  func nesting() async {
    let deepest =
      String(repeating: "[{\"a\":", count: 256) + "1" + String(repeating: "}]", count: 256)
    let json = await onSmallStack { try? Value(json: deepest).json() }
    #expect(json == deepest)
    let tooDeep = String(repeating: "[", count: 100_000)
    let error = #expect(throws: JSONError.self) { try Value(json: tooDeep) }
    #expect(error?.kind == .tooDeep(limit: 512))
    #expect(error?.offset == 512)
  }

  @Test(
    "a value is written so that reading gives it back",
    arguments: [
      nil, true, 0, .int(.min), .uint(.max), 1.0, 1e300, 0.1, -0.0, 1e16, "é\"\\\n\u{1}😀", [], [:],
      [1, [nil, "a"]], ["b": 1, "a": [["c": 2.5]]],
    ] as [Value])
  func roundTrip(_ value: Value) throws {
    #expect(try Value(json: value.json()) == value)
    #expect(try Value(json: value.json(pretty: true, sortedKeys: true)) == value)
  }

  @Test("what JSON does not have becomes text")
  func otherTypes() {
    let value: Value = [
      .double(.nan), .double(.infinity), .double(-.infinity), .bytes([1, 2, 255]),
      .timestamp(Timestamp(seconds: 0, nanoseconds: 5_000_000)),
      .duration(TimeSpan(seconds: 1, nanoseconds: 500_000_000)),
      .type("int"), [1: "a", true: "b"],
    ]
    #expect(
      value.json()
        == #"["NaN","Infinity","-Infinity","AQL/","1970-01-01T00:00:00.005Z","1.5s","int",{"1":"a","true":"b"}]"#
    )
  }

  @Test("a double keeps a fraction or exponent")
  func doubles() {
    #expect(([1.0, 100000.0, 1e21, -0.0] as Value).json() == "[1.0,100000.0,1e+21,-0.0]")
  }

  @Test("pretty text has one entry a line, keys sorted on demand")
  func pretty() {
    let value: Value = ["b": [1, []], "a": [:]]
    #expect(value.json(pretty: true) == "{\n  \"b\": [\n    1,\n    []\n  ],\n  \"a\": {}\n}")
    #expect(value.json(sortedKeys: true) == #"{"a":{},"b":[1,[]]}"#)
  }

  @Test("mutated texts give a value or an error", arguments: 0..<4 as Range<UInt64>)
  func mutations(_ seed: UInt64) {
    let source = Array(
      #"{"a":[1,-2.5e3,true,null],"é\ud83d\ude00":{"b":"x\n"},"c":18446744073709551615}"#.utf8)
    var state = seed
    for _ in 0..<1500 {
      var bytes = source
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % bytes.count
        if state >> 20 & 1 == 0 {
          bytes.remove(at: place)
        } else {
          bytes[place] = UInt8(state >> 40 & 0xFF)
        }
      }
      if let value = try? Value(jsonBytes: bytes) {
        #expect((try? Value(json: value.json())) == value)
      }
    }
  }
}
