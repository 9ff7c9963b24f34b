import LinkageCore
import Testing
import Values

@testable import LinkageRunner

@Suite("Converting to the contract's types")
struct ConversionTests {
  private static let conversion = Conversion { value in
    value.intValue.map { $0 * 100 }
  }

  private func convert(_ json: String, _ type: FieldType) throws -> Value? {
    let field = Field(name: "x", type: type, isOptional: false)
    return try? Self.conversion.convert(try Value(json: json), to: field)
  }

  @Test(
    "an int is exact, however it is written",
    arguments: [
      ("9007199254740993", 9_007_199_254_740_993), (#""9007199254740993""#, 9_007_199_254_740_993),
      (#""9007199254740993.0""#, 9_007_199_254_740_993), ("1e2", 100), (#""1e2""#, 100),
      (#""1.5E3""#, 1500), (#""-0.50e1""#, -5), (#""+7""#, 7), ("50.0", 50), (#""050""#, 50),
      (#""9223372036854775807""#, Int64.max), (#""-9223372036854775808""#, Int64.min),
      (#""0e99999999""#, 0), (#""9007199254740993000e-3""#, 9_007_199_254_740_993),
    ])
  func integers(json: String, expected: Int64) throws {
    #expect(try convert(json, .int) == .int(expected))
  }

  @Test(
    "what is no int, or does not fit, is none",
    arguments: [
      "1.5", #""1.5""#, #""5e-1""#, #""9223372036854775808""#, #""1e19""#, #""1e999999999999""#,
      #""""#, #""-""#, #""1.""#, #"".5""#, #""1e""#, #"" 1""#, #""٣""#, #""0x10""#, "true", "null",
      "18446744073709551615",
    ])
  func noIntegers(json: String) throws {
    #expect(try convert(json, .int) == nil)
  }

  @Test(
    "an id keeps every digit",
    arguments: [
      ("9007199254740993", "9007199254740993"), ("18446744073709551615", "18446744073709551615"),
      (#""007""#, "007"), (#""9007199254740993""#, "9007199254740993"),
    ])
  func identifiers(json: String, expected: String) throws {
    #expect(try convert(json, .id) == .string(expected))
  }

  @Test("an id that JSON cannot write exactly is none", arguments: ["1e30", "1.5"])
  func noIdentifiers(json: String) throws {
    #expect(try convert(json, .id) == nil)
  }

  @Test(
    "a number stays what it is, also from text",
    arguments: [
      ("9007199254740993", Value.int(9_007_199_254_740_993)),
      (#""9007199254740993""#, .int(9_007_199_254_740_993)),
      (#""18446744073709551615""#, .uint(18_446_744_073_709_551_615)),
      ("15.98", .double(15.98)), (#""15.98""#, .double(15.98)), (#""1e2""#, .double(100)),
    ])
  func numbers(json: String, expected: Value) throws {
    let value = try #require(try convert(json, .number))
    #expect(value == expected)
    #expect(value.typeName == expected.typeName)
  }

  @Test("a text that is no number is none", arguments: [#""true""#, #""""#, #""[1]""#, #""NaN""#])
  func noNumbers(json: String) throws {
    #expect(try convert(json, .number) == nil)
  }

  @Test("a time keeps its nanoseconds")
  func times() throws {
    let value = try convert(#""2026-01-31T12:00:00.123456789+08:00""#, .time)
    #expect(value?.timestampValue?.nanoseconds == 123_456_789)
  }

  @Test("the elements of a list of an entity become as the entity has them")
  func elements() throws {
    var field = Field(name: "orders", type: .list, isOptional: false)
    field.elements = [
      Field(name: "orderId", type: .id, isOptional: false),
      Field(name: "amount", type: .money, isOptional: true),
    ]
    let list = try Value(json: #"[{"orderId": 7, "amount": 15, "more": 1.5}, {"orderId": "8"}]"#)
    #expect(
      try Self.conversion.convert(list, to: field)
        == Value(json: #"[{"orderId": "7", "amount": 1500, "more": 1.5}, {"orderId": "8"}]"#))
  }

  @Test("an element that is none says which one it is")
  func wrongElements() throws {
    var field = Field(name: "orders", type: .list, isOptional: false)
    field.elements = [Field(name: "orderId", type: .id, isOptional: false)]
    #expect(
      throws: Conversion.Failure(field: "orders[1].orderId", expected: .id, found: "true")
    ) {
      try Self.conversion.convert(
        try Value(json: #"[{"orderId": 7}, {"orderId": true}]"#), to: field)
    }
    #expect(throws: Conversion.Failure(field: "orders[0]", expected: .map, found: "7")) {
      try Self.conversion.convert(try Value(json: "[7]"), to: field)
    }
  }
}
