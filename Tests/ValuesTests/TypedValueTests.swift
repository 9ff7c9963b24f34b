import Testing
import Values

@Suite("typed values")
struct TypedValueTests {
  static let forms: [(value: Value, json: String)] = [
    (.null, #"{"null":null}"#), (.bool(true), #"{"bool":true}"#),
    (.int(.min), #"{"int":"-9223372036854775808"}"#),
    (.uint(.max), #"{"uint":"18446744073709551615"}"#),
    (.double(-23), #"{"double":"-23.0"}"#), (.double(.infinity), #"{"double":"inf"}"#),
    (.double(-.infinity), #"{"double":"-inf"}"#), (.double(.nan), #"{"double":"nan"}"#),
    (.string("你好"), #"{"string":"你好"}"#), (.bytes([0, 255]), #"{"bytes":"AP8="}"#),
    (.list([.int(1), .list([])]), #"{"list":[{"int":"1"},{"list":[]}]}"#),
    (
      .map([.uint(1): .null, .string("a"): .bool(false)]),
      #"{"map":[[{"uint":"1"},{"null":null}],[{"string":"a"},{"bool":false}]]}"#
    ),
    (.type("int"), #"{"type":"int"}"#),
    (.timestamp(Timestamp(seconds: 1)), #"{"timestamp":"1970-01-01T00:00:01Z"}"#),
    (
      .duration(TimeSpan(seconds: 0, nanoseconds: -250_000_000)), #"{"duration":"-0.25s"}"#
    ),
  ]

  @Test("every type has its form, and the form gives it back", arguments: forms)
  func both(value: Value, json: String) throws {
    #expect(TypedValue.encode(value).json() == json)
    #expect(try TypedValue.decode(Value(json: json)) == value)
  }

  static let broken: [(json: String, failure: TypedValue.Failure.Kind, path: [Int])] = [
    ("1", .shape(found: "int"), []), ("{}", .shape(found: "0 keys"), []),
    (#"{"int":"1","uint":"1"}"#, .shape(found: "2 keys"), []),
    (#"{"integer":"1"}"#, .unknownType(name: "integer", nearest: nil), []),
    (#"{"sting":"1"}"#, .unknownType(name: "sting", nearest: "string"), []),
    (#"{"int":1}"#, .payload(type: "int", found: "1"), []),
    (#"{"uint":"-1"}"#, .payload(type: "uint", found: #""-1""#), []),
    (#"{"bytes":"*"}"#, .payload(type: "bytes", found: #""*""#), []),
    (#"{"list":[{"int":"1"},2]}"#, .shape(found: "int"), [1]),
    (#"{"map":[[{"int":"1"}]]}"#, .payload(type: "map", found: #"[{"int":"1"}]"#), [0]),
    (
      #"{"map":[[{"double":"1"},{"null":null}]]}"#,
      .payload(type: "map", found: #""double""#), [0]
    ),
    (
      #"{"list":[{"map":[[{"int":"1"},{"bool":1}]]}]}"#, .payload(type: "bool", found: "1"),
      [0, 0, 1]
    ),
  ]

  @Test("what is no typed value is refused with its place", arguments: broken)
  func refused(json: String, failure: TypedValue.Failure.Kind, path: [Int]) throws {
    let typed = try Value(json: json)
    let found = #expect(throws: TypedValue.Failure.self) { try TypedValue.decode(typed) }
    #expect(found?.kind == failure)
    #expect(found?.path == path)
  }

  @Test("as deep as JSON can be nested fits on a small stack")
  func deep() async throws {
    let lists = 250
    let text =
      String(repeating: #"{"list":["#, count: lists) + #"{"null":null}"#
      + String(repeating: "]}", count: lists)
    let typed = try Value(json: text)
    let again = await onSmallStack {
      (try? TypedValue.decode(typed)).map { TypedValue.encode($0).json() }
    }
    #expect(again == text)
  }
}
