import Testing
import Values

@Suite("An empty list")
struct EmptyListTests {
  private struct Lists: Codable, Equatable {
    var names: [String] = []
    var numbers: [Int] = []
    var bytes: [UInt8] = []
  }

  @Test("stays a list, and only bytes become bytes")
  func kinds() throws {
    let value = try ValueEncoder().encode(Lists())
    #expect(value["names"] == .list([]))
    #expect(value["numbers"] == .list([]))
    #expect(value["bytes"] == .bytes([]))
    let again = try Value(json: value.json())
    #expect(try ValueDecoder().decode(Lists.self, from: again) == Lists())
  }
}
