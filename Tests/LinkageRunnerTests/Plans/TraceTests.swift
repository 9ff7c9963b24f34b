import LinkageCore
import Testing

@Suite("The trace of a request")
struct TraceTests {
  private func get(
    _ name: String, headers: KeyValuePairs<String, String> = [:], times: Int = 1
  ) throws -> Operation {
    let request = try Make.request("GET", "/\(name)", headers: headers)
    return Make.operation(name, Array(repeating: request, count: times))
  }

  private func traces(
    _ steps: [Step], isTraced: Bool = true, runs: Int = 1
  ) async throws -> [String?] {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let target = try world.target(isTraced: isTraced)
    let scenarios = (0..<runs).map { Make.scenario("s\($0)", target: target, steps) }
    _ = await world.run(scenarios)
    return world.server.requests.map { $0.headers["traceparent"] }
  }

  @Test("is a valid traceparent: one trace for an operation, a span for each of its requests")
  func shape() async throws {
    let steps = [try Make.step("a", get("a", times: 2)), try Make.step("b", get("b"))]
    let found = try await traces(steps, runs: 3).compactMap(\.self)
    #expect(found.count == 9)
    let parts = found.map { $0.split(separator: "-").map(String.init) }
    for part in parts {
      #expect(part.map(\.count) == [2, 32, 16, 2])
      #expect(part[0] == "00" && part[3] == "01")
      #expect(part.joined().allSatisfy { $0.isHexDigit && !$0.isUppercase })
    }
    #expect(Set(parts.map { $0[1] }).count == 6)
    #expect(Set(parts.map { $0[2] }).count == 9)
  }

  @Test("is the target's to turn off")
  func off() async throws {
    #expect(try await traces([Make.step("a", get("a"))], isTraced: false) == [nil])
  }

  @Test("that a request brings along is left as it is")
  func own() async throws {
    let own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    let step = try Make.step("a", get("a", headers: ["TraceParent": own]))
    #expect(try await traces([step]) == [own])
  }

  @Test("is told to no other host")
  func elsewhere() async throws {
    let other = try TinyServer { _ in .json("{}") }
    defer { other.stop() }
    let request = try Make.request("GET", "\(other.url)/x")
    _ = try await traces([Make.step("a", Make.operation("a", [request]))])
    #expect(other.requests.map(\.target) == ["/x"])
    #expect(other.requests[0].headers["traceparent"] == nil)
  }
}
