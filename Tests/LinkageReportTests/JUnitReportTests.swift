import Foundation
import LinkageCore
import LinkageReport
import Testing

@Suite("JUnit files are read by what reads JUnit files")
struct JUnitReportTests {
  @Test(
    "the strict flavour validates against both schemas",
    .enabled(if: Tools.xmllint != nil && Tools.schemas != nil),
    arguments: Sample.allCases, ["jenkins-junit-10.xsd", "windyroad-JUnit.xsd"])
  func strict(sample: Sample, schema: String) throws {
    let xmllint = try #require(Tools.xmllint)
    let folder = try #require(Tools.schemas)
    for language in Language.allCases {
      let bytes = try JUnitReport(flavor: .strict).write(sample.run, language: language)
      let result = try Tools.run(
        xmllint, ["--noout", "--nonet", "--schema", folder + "/" + schema], on: bytes)
      #expect(result.status == 0, "\(result.output)")
    }
  }

  @Test(
    "junitparser counts what the run holds", .enabled(if: Tools.canImport("junitparser")),
    arguments: Sample.allCases)
  func junitparser(sample: Sample) throws {
    let script = """
      import sys, junitparser
      xml = junitparser.JUnitXml.fromfile(sys.argv[1])
      cases = [case for suite in xml for case in suite]
      kinds = [type(case.result[0]).__name__ if case.result else 'Passed' for case in cases]
      assert xml.tests == len(cases), (xml.tests, len(cases))
      assert xml.failures == kinds.count('Failure'), kinds
      assert xml.errors == kinds.count('Error'), kinds
      assert all(len(case.result) <= 1 for case in cases)
      assert all(result.text.split('\\n')[0] == result.message
        for case in cases for result in case.result if '\\n' not in result.message)
      names = [(case.classname, case.name) for case in cases]
      assert len(set(names)) == len(names), names
      print(len(cases))
      """
    let run = sample.run
    let bytes = try JUnitReport().write(run, language: .chinese)
    let result = try Tools.run(Tools.python ?? "", ["-c", script], on: bytes)
    let count = run.verdict.cases.count + run.verdict.links.count + run.verdict.checks.count
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasPrefix("\(count)\n"))
  }

  @Test("junit2html makes a page of it", .enabled(if: Tools.canImport("junit2htmlreport")))
  func junit2html() throws {
    let bytes = try JUnitReport().write(Sample.strange.run, language: .chinese)
    let script = """
      import sys
      from junit2htmlreport import parser
      html = parser.Junit(sys.argv[1]).html()
      assert 'member-profile' in html and 'ExpectationNotMet' in html, html
      """
    let result = try Tools.run(Tools.python ?? "", ["-c", script], on: bytes)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("characters that XML forbids become visible, colours go, brackets are escaped")
  func characters() throws {
    let bytes = try JUnitReport().write(Sample.strange.run, language: .english)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && $0.value < 0xFFFE || $0.value > 0xFFFF
      })
    #expect(!text.contains("[31m<") && !text.contains("CDATA") && !text.contains("]]>"))
    #expect(text.contains("value=\"Profile parity &lt;red&gt; &amp; &quot;quotes&quot;\""))
    #expect(text.contains("bell ␇"))
  }

  @Test("a run beyond the limits is split, each file with its own counts")
  func split() throws {
    var run = RunBuilder()
    for number in 0..<10 { SampleRuns.login(number).add(to: &run, .passed) }
    let writer = JUnitReport(limits: .init(bytes: 25_000_000, cases: 4))
    let files = try Reports.files(writer, of: run.run, language: .english)
    #expect(files.map(\.name) == ["junit.xml", "junit-2.xml", "junit-3.xml"])
    let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(
      zip(texts, [4, 4, 2]).allSatisfy {
        $0.contains("<testsuites name=\"linkage\" tests=\"\($1)\"")
      })
    #expect(texts[2].contains("name=\"web-register-mini-login #10\""))
    let small = JUnitReport(limits: .init(bytes: 20_000, cases: 5_000))
    let sized = small.files(run.run, language: .english)
    #expect(sized.count > 1 && sized.allSatisfy { $0.bytes.count <= 20_000 })
  }

  @Test("the log of one case cannot fill a file")
  func longLog() throws {
    var run = RunBuilder()
    var item = SampleRuns.login(0)
    item.answer("GET", "http://127.0.0.1/" + String(repeating: "长", count: 600_000), 200)
    item.add(to: &run, .passed)
    let bytes = try JUnitReport().write(run.run, language: .english)
    #expect(bytes.count < 1_100_000)
    #expect(String(decoding: bytes, as: UTF8.self).contains("more bytes left out"))
  }

  @Test(
    "the class is the dotted path of the scenario's file",
    arguments: [
      ("scenarios/points/points-parity.yaml", "scenarios.points.points-parity"),
      ("./a.yml", "a"), ("../up/a.b/c.d.yaml", "up.a_b.c_d"), ("/abs/x", "abs.x"),
      ("bundled:scenarios/x.yaml", "bundled.scenarios.x"), ("", "linkage"), (".yaml", "_yaml"),
    ])
  func classnames(path: String, name: String) throws {
    var run = RunBuilder()
    let source = SourceFile(path: path, text: "")
    CaseBuilder(source: source, id: "a", title: LocalizedText("a"), number: 0)
      .add(to: &run, .passed)
    let text = String(
      decoding: try JUnitReport().write(run.run, language: .english), as: UTF8.self)
    #expect(text.contains("<testcase classname=\"\(name)\" name=\"a\""))
  }

  @Test("names are unique even beside one that looks numbered already")
  func uniqueNames() throws {
    var run = RunBuilder()
    for (number, id) in ["a", "a #2", "a", "a", "b"].enumerated() {
      CaseBuilder(source: Sources.hello, id: id, title: LocalizedText("a"), number: number)
        .add(to: &run, .passed)
    }
    let text = String(
      decoding: try JUnitReport().write(run.run, language: .english), as: UTF8.self)
    let names = text.matches(of: /<testcase classname="hello" name="([^"]*)"/).map { String($0.1) }
    #expect(names == ["a", "a #2", "a #3", "a #4", "b"])
  }
}
