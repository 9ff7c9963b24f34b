import Foundation
import Testing

/// What a run tells of the moments at which its probes saw something, from the socket to the reports.
@Suite("A run tells when it saw what")
struct ChangingShopTests {
  private struct Told {
    var output: String
    var finding: [String: Any]
    var measurement: [String: Any]

    /// The bounds of a latency, in milliseconds.
    func bounds(_ latency: Any?) -> (lower: Double?, upper: Double?) {
      let interval = latency as? [String: Any] ?? [:]
      return (interval["lowerMs"] as? Double, interval["upperMs"] as? Double)
    }
  }

  /// Runs a write and a probe that fails.
  private func run(_ path: String, _ sync: String, _ rest: String) async throws -> Told {
    let shop = try ChangingShop()
    let folder = try Folder()
    try folder.write(
      """
      target: changing
      platforms: { web: { base: "\(shop.server.url)" } }
      operations:
        web.pay: { post: /pay }
        web.order: { get: "\(path)", out: { status: http.body.status, points: http.body.points } }
      """, to: "target.yaml")
    try folder.write(
      """
      scenario: changing
      steps:
        - { id: pay, do: web.pay }
        - { id: seen, do: web.order, sync: { since: pay, \(sync) }, \(rest) }
      """, to: "changing.yaml")
    let run = try await Binary.run(
      ["run", "changing.yaml", "--target", "target.yaml", "--lang", "en"], in: folder)
    #expect(run.code == 1, "\(run.errors)\(run.output)")
    let text = try folder.read("results/latest/results.json")
    let top = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let item = try #require((top?["cases"] as? [[String: Any]])?.first)
    let finding = try #require((item["findings"] as? [[String: Any]])?.first)
    let measurement = try #require(finding["measurement"] as? [String: Any])
    return Told(output: run.output, finding: finding, measurement: measurement)
  }

  @Test("which of several conditions arrived when, and which did not")
  func conditions() async throws {
    let told = try await run(
      "/in-parts", "within: 1s", "expect: [ out.status == 'paid', out.points == 10 ]")
    let conditions = try #require(told.measurement["conditions"] as? [[String: Any]])
    #expect(
      conditions.compactMap { $0["expectation"] as? String } == [
        "out.status == 'paid'", "out.points == 10",
      ])
    let paid = told.bounds(conditions.first?["latency"])
    #expect(try #require(paid.upper) > #require(paid.lower))
    #expect(told.bounds(conditions.last?["latency"]).upper == nil)
    #expect(told.output.contains("condition: `out.status == 'paid'` visible "))
    #expect(told.output.contains("condition: `out.points == 10` not visible within 1 s"))
  }

  @Test("when a change was seen, missed again, and there for good")
  func flicker() async throws {
    let told = try await run(
      "/flickering", "hold: 1s", "expect: [ out.status == 'paid' ]")
    #expect(told.finding["type"] as? String == "Flickered")
    let seen = try #require(told.bounds(told.measurement["latency"]).upper)
    let missed = try #require(told.measurement["missedAgainMs"] as? Double)
    let stable = told.bounds(told.measurement["stable"])
    #expect(seen < missed)
    #expect(missed <= (try #require(stable.lower)))
    #expect(try #require(stable.upper) > #require(stable.lower))
    #expect(told.output.contains(", missed by a read sent at "))
    #expect(told.output.contains("; there for good after "))
  }

  @Test("when the condition of `stop_if` came true")
  func stopped() async throws {
    let told = try await run(
      "/closing", "within: 1h, stop_if: out.status == 'closed'",
      "expect: [ out.status == 'paid' ]")
    let after = told.bounds(told.finding["stoppedAfter"])
    #expect(try #require(after.upper) > #require(after.lower))
    #expect(try #require(after.lower) > 0)
    #expect(told.output.contains("`stop_if: out.status == 'closed'` ended the wait, true "))
  }

  @Test("how old the answers of a cache were")
  func cached() async throws {
    let told = try await run(
      "/cached", "within: 500ms", "until: [ out.status == 'paid' ]")
    #expect(told.finding["type"] as? String == "NotSynced")
    #expect(told.measurement["ageMs"] as? Double == 30_000)
    #expect(told.output.contains("answers came from a cache, up to 30 s old (`Age`)"))
  }
}
