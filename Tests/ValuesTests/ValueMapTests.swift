import Testing
import Values

@Suite("values and maps")
struct ValueMapTests {
  @Test("a map keeps the order of its keys", arguments: [3, 16, 17, 100])
  func order(_ count: Int) {
    var map = ValueMap()
    for number in 0..<count { map[.int(Int64(count - number))] = .int(Int64(number)) }
    map[.int(Int64(count))] = "again"
    #expect(map.keys == (0..<count).map { .int(Int64(count - $0)) })
    #expect(map.first { _ in true }?.value == "again")
    #expect(map.count == count)
  }

  @Test("removing a key keeps the others", arguments: [4, 16, 17, 30])
  func removal(_ count: Int) {
    var map = ValueMap((0..<count).map { (.string("k\($0)"), .int(Int64($0))) })
    map["k1"] = nil
    map["none"] = nil
    #expect(map.count == count - 1)
    #expect(map["k1"] == nil)
    #expect(map["k2"] == 2)
    #expect(map[.string("k\(count - 1)")] == .int(Int64(count - 1)))
  }

  @Test("one number is one key whatever its type", arguments: [1, 20])
  func numericKeys(_ count: Int) {
    var map = ValueMap((0..<count).map { (.int(Int64($0 + 1)), .int(Int64($0))) })
    #expect(map[.uint(1)] == 0)
    #expect(map[.double(1)] == 0)
    #expect(map[.double(1.5)] == nil)
    #expect(map[.bool(true)] == nil)
    map[.uint(1)] = "new"
    #expect(map.count == count)
    #expect(map[.int(1)] == "new")
    map[.uint(.max)] = "large"
    #expect(map[.uint(.max)] == "large")
  }

  @Test("equality and hash ignore the order of keys")
  func equality() {
    let one: Value = ["a": 1, "b": ["c": 2]]
    let other: Value = ["b": ["c": 2], "a": 1]
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(one != ["a": 1, "b": ["c": 3]])
    #expect(one != ["a": 1])
  }

  @Test("numbers of different types differ, strings compare by bytes, NaN equals itself")
  func exactEquality() {
    #expect(Value.int(1) != .uint(1))
    #expect(Value.int(1) != .double(1))
    #expect(Value.string("\u{E9}") != .string("e\u{301}"))
    #expect(
      Value.string(String(repeating: "x", count: 20)) == .string(String(repeating: "x", count: 20)))
    #expect(Value.double(.nan) == .double(.nan))
    #expect(Set<Value>(["\u{E9}", "e\u{301}", 1, 1.0, .double(0), .double(-0.0)]).count == 5)
  }

  @Test("values as deep as JSON may be are compared and hashed on a small stack")
  func deepValues() async throws {
    let json = String(repeating: "[{\"a\":", count: 256) + "1" + String(repeating: "}]", count: 256)
    let (one, other) = (try Value(json: json), try Value(json: json))
    #expect(await onSmallStack { one == other && Set([one, other]).count == 1 })
  }

  @Test("subscripts reach into lists and maps and give nil elsewhere")
  func subscripts() {
    let value: Value = ["a": [1, ["b": "x"]]]
    #expect(value["a"]?[1]?["b"]?.stringValue == "x")
    #expect(value["a"]?[2] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value["b"] == nil)
    #expect(value[0] == nil)
    #expect(value["a"]?[0]?.intValue == 1)
    #expect(value["a"]?[0]?.boolValue == nil)
  }

  @Test(
    "every type has CEL's name",
    arguments: [
      (nil, "null_type"), (true, "bool"), (1, "int"), (.uint(1), "uint"), (1.5, "double"),
      ("", "string"), (.bytes([]), "bytes"), ([], "list"), ([:], "map"),
      (.timestamp(Timestamp(seconds: 0)), "google.protobuf.Timestamp"),
      (.duration(.zero), "google.protobuf.Duration"), (.type("int"), "type"),
    ] as [(Value, String)])
  func typeNames(_ value: Value, _ name: String) {
    #expect(value.typeName == name)
  }

  @Test(
    "base64 goes both ways",
    arguments: [
      ([], ""), ([0x66], "Zg=="), ([0x66, 0x6F], "Zm8="), ([0x66, 0x6F, 0x6F], "Zm9v"),
      ([0xFB, 0xFF, 0, 1], "+/8AAQ=="),
    ])
  func base64(_ bytes: [UInt8], _ text: String) {
    #expect(Base64.encode(bytes) == text)
    #expect(Base64.decode(text) == bytes)
    #expect(Base64.decode(String(text.prefix { $0 != "=" })) == bytes)
  }

  @Test("what is no base64 is refused", arguments: ["A", "AA=A", "A===", "AA\n=", "=", "a_b-"])
  func invalidBase64(_ text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
