import LinkageCore
import LinkageReport
import Testing

@Suite("What a gate says")
struct GateReportTests {
  @Test("is told rule by rule, each answer in its words", arguments: Language.allCases)
  func section(language: Language) {
    let text = GateReport(language: language).text(
      SampleRuns.gated, reports: ["results/20261121-031544-k7f3/junit.xml"])
    Golden.expect(text, is: "gate.\(language.rawValue).txt")
  }

  @Test(
    "stands before the last lines of a run's summary, which it joins", arguments: Language.allCases)
  func summary(language: Language) {
    let text = ConsoleReport(language: language).text(SampleRuns.quarantined)
    Golden.expect(text, is: "gate-summary.\(language.rawValue).txt")
  }

  @Test(
    "is a suite of its own in JUnit; what is quarantined is skipped there",
    arguments: Language.allCases)
  func junit(language: Language) throws {
    let rules = try JUnitReport().write(SampleRuns.gated, language: language)
    Golden.expect(String(decoding: rules, as: UTF8.self), is: "gate.\(language.rawValue).xml")
    let covered = try JUnitReport().write(SampleRuns.quarantined, language: language)
    let text = String(decoding: covered, as: UTF8.self)
    #expect(text.contains("failures=\"0\""))
    #expect(text.contains("<skipped message=") && text.contains("SHOP-412"))
  }

  @Test(
    "keeps JUnit's strict flavour valid",
    .enabled(if: Tools.xmllint != nil && Tools.schemas != nil),
    arguments: ["jenkins-junit-10.xsd", "windyroad-JUnit.xsd"])
  func strict(schema: String) throws {
    let xmllint = try #require(Tools.xmllint)
    let folder = try #require(Tools.schemas)
    for run in [SampleRuns.gated, SampleRuns.quarantined] {
      let bytes = try JUnitReport(flavor: .strict).write(run, language: .chinese)
      let result = try Tools.run(
        xmllint, ["--noout", "--nonet", "--schema", folder + "/" + schema], on: bytes)
      #expect(result.status == 0, "\(result.output)")
    }
  }

  @Test("is an object in results.json")
  func results() throws {
    let bytes = try ResultsReport().write(SampleRuns.gated, language: .english)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("  \"gate\": {") })
    let end = try #require(lines[start...].firstIndex { $0 == "  }," })
    Golden.expect(lines[start...end].joined(separator: "\n") + "\n", is: "gate.json")
  }

  @Test("says before a run how many samples it needs", arguments: Language.allCases)
  func needs(language: Language) {
    let link = LinkChoice.link(SampleRuns.order)
    let needs = [
      GateNeed(rule: "short", link: link, needed: 72, planned: 14, samples: 6),
      GateNeed(rule: "enough", link: link, needed: 72, planned: 80, samples: 1),
      GateNeed(rule: "unmeasured", link: .entity("coupon"), needed: 368, planned: 0, samples: nil),
      GateNeed(rule: "bare", link: .entity("order"), needed: 72, planned: nil, samples: nil),
    ]
    let report = GateReport(language: language)
    let text =
      report.needs(needs, of: "release", all: true) + "\n"
      + report.needs(needs, of: "release", all: false)
    Golden.expect(text, is: "gate-needs.\(language.rawValue).txt")
    #expect(report.needs([needs[1]], of: "release", all: false).isEmpty)
  }
}
