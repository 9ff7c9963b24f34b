import LinkageScenario
import Testing

@Suite("Discovery")
struct DiscoveryTests {
  @Test(
    "the first key that names a kind decides",
    arguments: [
      ("scenario: x\nsteps: []\n", FileKind.scenario), ("contract: linkage/v1\n", .contract),
      ("# a comment\n---\ntitle: x\ntarget: staging\n", .target), ("\u{FEFF}flow: f\r\n", .flow),
      ("{ \"gate\": release, rules: [ ] }", .gate), ("'scenario' : x\n", .scenario),
      ("scenario: x\n  broken: [ {\n", .scenario),
    ])
  func kinds(_ text: String, _ kind: FileKind) {
    #expect(ScenarioDiscovery.kind(of: text) == kind)
  }

  @Test(
    "other files are of no kind",
    arguments: [
      "", "openapi: 3.1.0\n", "- scenario: x\n", "steps:\n  scenario: x\n", "# scenario: x\n",
      "scenario\n", "title: 'scenario: x'\n",
    ])
  func others(_ text: String) {
    #expect(ScenarioDiscovery.kind(of: text) == nil)
  }

  @Test("the keys of another file are told")
  func keys() {
    #expect(
      ScenarioDiscovery.topKeys(of: "name: ci\non: push\njobs:\n  a: 1\n") == [
        "name", "on", "jobs",
      ])
  }
}
