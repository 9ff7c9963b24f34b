import CEL
import LinkageCore

/// A diagnostic in one line that does not depend on any sentence.
enum DiagnosticText {
  /// `[path:]line:column-length problem`; the path is left out for the file at hand.
  static func line(_ diagnostic: Diagnostic, file: String = "scenario.yaml") -> String {
    guard let place = diagnostic.place else { return "- \(problem(diagnostic.problem))" }
    let path = place.path == file ? "" : "\(place.path):"
    return "\(path)\(place.line):\(place.column)-\(place.length) \(problem(diagnostic.problem))"
  }

  private static func problem(_ problem: Problem) -> String {
    switch problem {
    case .invalidExpression(let text, let message):
      "invalidExpression(text: \(text.debugDescription), detail: \(Self.text(message)))"
    case .impossible(let text, let message):
      "impossible(text: \(text.debugDescription), detail: \(Self.text(message)))"
    default: "\(problem)".replacing("LinkageCore.", with: "")
    }
  }

  private static func text(_ message: Message) -> String {
    message.text(in: .english).debugDescription
  }
}
