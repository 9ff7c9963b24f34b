import Foundation
import Testing

@Suite("linkage explain")
struct ExplainTests {
  @Test("tells a bundled journey in sentences", arguments: ["en", "zh"])
  func bundled(language: String) async throws {
    let folder = try Folder()
    try folder.copySuite()
    let path = "scenarios/orders/mini-order-web-lookup.yaml"
    let run = try await Binary.run(["explain", path, "--lang", language], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    try Golden.expect(run.output, is: "explain.\(language).txt")
    #expect(!folder.has("results"))
  }

  @Test("tells the clean-up of flows at the end, where it is done", arguments: ["en", "zh"])
  func cleanUp(language: String) async throws {
    let folder = try Folder()
    try folder.write(
      """
      flow: member
      steps:
        - { id: page, on: web, get: /health }
        - together:
            - { on: web, get: /health }
            - { on: mini, get: /health }
      finally:
        - { on: web, get: /health }
      """, to: "member.yaml")
    try folder.write(
      """
      scenario: clean-up
      platforms: { web: "http://127.0.0.1:1", mini: "http://127.0.0.1:2" }
      steps:
        - { id: one, use: member.yaml }
        - { id: two, use: member.yaml }
      finally:
        - { on: mini, get: /health }
      """, to: "clean-up.yaml")
    let run = try await Binary.run(["explain", "clean-up.yaml", "--lang", language], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    try Golden.expect(run.output, is: "explain-clean-up.\(language).txt")
  }

  @Test("tells what a flow does that a clean-up uses, and then what it leaves")
  func flowInCleanUp() async throws {
    let folder = try Folder()
    try folder.write(
      """
      flow: member
      steps: [ { id: page, on: web, get: /page } ]
      finally: [ { on: web, get: /left } ]
      """, to: "member.yaml")
    try folder.write(
      """
      scenario: clean-up
      platforms: { web: "http://127.0.0.1:1" }
      steps: [ { id: one, on: web, get: /one } ]
      finally: [ { id: two, use: member.yaml } ]
      """, to: "clean-up.yaml")
    let run = try await Binary.run(["explain", "clean-up.yaml", "--lang", "en"], in: folder)
    let end = try #require(run.output.split(separator: "In the end").last)
    #expect(end.contains("2.1. page\n"), "\(end)")
    #expect(end.contains("3. two › web GET /left\n"), "\(end)")
  }

  @Test("tells rows, flows, rounds, groups and comparisons", arguments: ["en", "zh"])
  func kinds(language: String) async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.write(
      """
      flow: new-member
      inputs: { phone: phone, password: secret }
      outputs: { id: register.out.memberId }
      steps:
        - id: register
          do: web.register
          with: { phone: "${inputs.phone}", password: "${inputs.password}" }
      """, to: "scenarios/flows/new-member.yaml")
    try folder.write(
      """
      scenario: kinds
      matrix:
        - { amount: 10 }
        - { amount: 20 }
      actors: { alice: { phone: "${fake.phone()}", password: "${fake.password()}" } }
      steps:
        - { id: member, use: ../flows/new-member.yaml, as: alice }
        - { id: login, do: mini.login, as: alice, sync: { since: member }, expect: [ out.memberId == member.out.id ] }
        - id: both
          together:
            - { id: web, do: web.earnPoints, as: alice, with: { amount: "${row.amount}", reason: a } }
            - { id: mini, do: mini.earnPoints, as: alice, with: { amount: 1, reason: b } }
        - { id: same, parity: points, read: { web: web.points, mini: mini.points }, as: alice, fields: [points], sync: { since: both } }
        - { id: still, do: web.points, as: alice, stays: 1s, expect: [ out.points > 0 ] }
        - { id: again, do: web.points, as: alice, repeat: { times: 3, every: 50ms } }
      """, to: "scenarios/points/kinds.yaml")
    let run = try await Binary.run(
      ["explain", "scenarios/points/kinds.yaml", "--lang", language], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    try Golden.expect(run.output, is: "explain-kinds.\(language).txt")
  }

  @Test("tells every journey of a folder, and refuses what is no journey")
  func several() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let all = try await Binary.run(["explain"], in: folder)
    #expect(all.output.ranges(of: "What happens").count == 3)
    try folder.write("scenario: broken\nstep: []\n", to: "broken.yaml")
    let broken = try await Binary.run(["explain", "broken.yaml"], in: folder)
    #expect(broken.code == 2)
    #expect(broken.errors.contains("broken.yaml:2"))
  }
}
