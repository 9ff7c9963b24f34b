import LinkageCore
import LinkageReport
import Testing

@Suite("Problems of files are printed with their place and what to try")
struct DiagnosticPrinterTests {
  @Test("every kind of problem has its sentence", arguments: Language.allCases)
  func everyProblem(language: Language) {
    let diagnostics = Diagnostics(
      problems: Problems.all.map { Diagnostic(problem: $0, place: nil) }, sources: [])
    let text = DiagnosticPrinter(language: language).text(diagnostics)
    Golden.expect(text, is: "every-problem.\(language.rawValue).txt")
  }

  @Test("excerpts are underlined in the order of files and lines", arguments: Language.allCases)
  func excerpts(language: Language) {
    let text = DiagnosticPrinter(language: language).text(Problems.placed)
    Golden.expect(text, is: "excerpts.\(language.rawValue).txt")
  }

  @Test("colour comes only when asked for")
  func colour() {
    let plain = DiagnosticPrinter(language: .english).text(Problems.placed)
    let coloured = DiagnosticPrinter(language: .english, style: .ansi).text(Problems.placed)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test("a name that cannot be used is answered with one that can")
  func suggestions() {
    let names = ["in": "in_", "my step": "my_step", "2nd": "_2nd", "登录": "__", "": "_"]
    for (name, suggestion) in names {
      let text = DiagnosticPrinter(language: .english).text(
        Diagnostics(
          problems: [Diagnostic(problem: .invalidName(name: name, reserved: false), place: nil)],
          sources: []))
      #expect(text.contains("call it `\(suggestion)`"))
    }
  }

  @Test("every complaint says what to do next", arguments: Language.allCases)
  func complaints(language: Language) {
    let printer = ComplaintPrinter(language: language)
    let text = Problems.complaints.map(printer.text).joined(separator: "\n")
    #expect(
      text.split(separator: "\n").count { $0.hasPrefix("   = ") } >= Problems.complaints.count)
    Golden.expect(text, is: "complaints.\(language.rawValue).txt")
  }
}
