import CEL
import LinkageCore
import LinkageReport
import Testing

@Suite("Journeys are told in plain sentences")
struct JourneyPrinterTests {
  @Test("every kind of step has its sentences", arguments: Language.allCases)
  func every(language: Language) throws {
    let text = JourneyPrinter(language: language).text([0, 1], of: try Journeys.plan())
    Golden.expect(text, is: "explain-every.\(language.rawValue).txt")
  }

  @Test("what a file says cannot forge a line")
  func forged() throws {
    let plan = try Journeys.plan(title: LocalizedText("one\n\u{1B}[31mtwo"))
    let text = JourneyPrinter(language: .english).text([0], of: plan)
    #expect(text.hasPrefix("one␊␛[31mtwo\n"))
  }
}
