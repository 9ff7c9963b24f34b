import Foundation
import Testing
import Values

@Suite("coding")
struct CodingTests {
  struct Order: Codable, Equatable {
    enum Status: String, Codable { case created, paid }
    struct Line: Codable, Equatable {
      var sku: String
      var quantity: Int
    }

    var id: UInt64
    var number: Int64
    var amount: Double
    var status: Status
    var lines: [Line]
    var note: String?
    var tags: [String: Int]
    var extra: Value
    var at: Timestamp
    var within: TimeSpan
    var digest: [UInt8]
    var optionals: [Int?]
  }

  static let order = Order(
    id: .max, number: .min, amount: 15, status: .paid, lines: [.init(sku: "A", quantity: 2)],
    note: nil, tags: ["x": 1], extra: [1.0, .uint(3), ["a": nil]], at: Timestamp(seconds: 5),
    within: TimeSpan(seconds: 2), digest: [1, 2], optionals: [1, nil])

  @Test("a type becomes a value and comes back")
  func roundTrip() throws {
    let value = try ValueEncoder().encode(Self.order)
    let expected: Value = [
      "id": .uint(.max), "number": .int(.min), "amount": 15.0, "status": "paid",
      "lines": [["sku": "A", "quantity": 2]], "tags": ["x": 1],
      "extra": [1.0, .uint(3), ["a": nil]],
      "at": .timestamp(Timestamp(seconds: 5)), "within": .duration(TimeSpan(seconds: 2)),
      "digest": .bytes([1, 2]), "optionals": [1, nil],
    ]
    #expect(value == expected)
    #expect(value.mapValue?.keys.first == "id")
    #expect(try ValueDecoder().decode(Order.self, from: value) == Self.order)
  }

  @Test("a type comes back from the value's JSON")
  func throughJSON() throws {
    var order = Self.order
    order.extra = [1.0, 3, ["a": nil]]
    let value = try Value(json: ValueEncoder().encode(order).json())
    #expect(try ValueDecoder().decode(Order.self, from: value) == order)
  }

  @Test("an enum with payloads goes both ways")
  func enums() throws {
    enum Shape: Codable, Equatable {
      case none
      case circle(radius: Double)
      case named(String, Int)
    }
    for shape in [Shape.none, .circle(radius: 1.5), .named("x", 2)] {
      let value = try ValueEncoder().encode(shape)
      #expect(try ValueDecoder().decode(Shape.self, from: value) == shape)
    }
    #expect(try ValueEncoder().encode(Shape.circle(radius: 2)) == ["circle": ["radius": 2.0]])
  }

  @Test(
    "integers come from every number that is whole and fits",
    arguments: [(7, 7), (.uint(7), 7), (7.0, 7)] as [(Value, Int)])
  func integers(_ value: Value, _ expected: Int) throws {
    #expect(try ValueDecoder().decode(Int.self, from: value) == expected)
  }

  @Test(
    "an error names the path",
    arguments: [
      (["lines": [["sku": "A", "quantity": "2"]]], ["lines", "Index 0", "quantity"]),
      (["lines": [["sku": "A", "quantity": 2.5]]], ["lines", "Index 0", "quantity"]),
      (["lines": [["sku": "A"]]], ["lines", "Index 0"]),
      (["lines": ["x"]], ["lines", "Index 0"]),
      ([:], []),
    ] as [(Value, [String])])
  func errorPaths(_ value: Value, _ path: [String]) {
    struct Cart: Decodable { var lines: [Order.Line] }
    let error = #expect(throws: DecodingError.self) {
      try ValueDecoder().decode(Cart.self, from: value)
    }
    #expect(error?.path == path)
  }

  @Test("other coders see a value as JSON")
  func foundationCoders() throws {
    let value: Value = ["a": [1, 2.5, true, nil, "x", .uint(.max)], "b": ["c": .bytes([1])]]
    let data = try JSONEncoder().encode(value)
    let expected: Value = ["a": [1, 2.5, true, nil, "x", .uint(.max)], "b": ["c": "AQ=="]]
    #expect(try Value(jsonBytes: data) == expected)
    #expect(try JSONDecoder().decode(Value.self, from: data) == expected)
  }

  @Test("inherited types keep their super container")
  func superContainer() throws {
    let value = try ValueEncoder().encode(Derived(base: 1, own: 2))
    #expect(value == ["own": 2, "super": ["base": 1]])
    let derived = try ValueDecoder().decode(Derived.self, from: value)
    #expect(derived.base == 1 && derived.own == 2)
  }

  class Base: Codable {
    var base: Int
    init(base: Int) { self.base = base }
  }

  final class Derived: Base {
    enum Keys: CodingKey { case own }
    var own: Int

    init(base: Int, own: Int) {
      self.own = own
      super.init(base: base)
    }

    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      own = try container.decode(Int.self, forKey: .own)
      try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(own, forKey: .own)
      try super.encode(to: container.superEncoder())
    }
  }
}

extension DecodingError {
  fileprivate var path: [String] {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.map(\.stringValue)
    @unknown default: []
    }
  }
}
