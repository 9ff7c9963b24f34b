import Foundation
import LinkageCore
import LinkageScenario
import Testing

@Suite("Invalid files")
struct InvalidCasesTests {
  static let cases = Case.all(in: "invalid")

  @Test("there are cases")
  func present() {
    #expect(Self.cases.count >= 30)
  }

  @Test("are refused with every problem at its place", arguments: cases)
  func problems(_ example: Case) throws {
    let lines = Loading.problems { () throws(Diagnostics) -> Plan in
      try PlanLoader.load(example.request)
    }
    #expect(!lines.isEmpty, "\(example.name) was accepted")
    let found = lines.joined(separator: "\n") + "\n"
    let golden = example.file("expected")
    guard let expected = Repository.text(golden) else {
      try found.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden.lastPathComponent): look at it and run again")
      return
    }
    #expect(found == expected)
  }
}
