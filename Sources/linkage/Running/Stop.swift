import LinkageCore
import LinkageReport

/// Why a command ended before it could do its work.
enum Stop: Error {
  case invalid(Diagnostics)
  case complaint(Complaint, ExitCode)
}

/// Prints in the user's language and style.
struct Printer: Sendable {
  var world: World
  var language: Language
  /// For standard output and for standard error.
  var style: Style

  init(world: World, options: CommonOptions) {
    self.world = world
    language = options.language(in: world)
    let isPlain = world.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    style = options.color ?? (world.isTerminal && !isPlain) ? .ansi : .plain
  }

  func print(_ stop: Stop) -> ExitCode {
    switch stop {
    case .invalid(let diagnostics):
      write(DiagnosticPrinter(language: language, style: style).text(diagnostics))
      return .invalid
    case .complaint(let complaint, let code):
      print(complaint)
      return code
    }
  }

  /// What went wrong may quote a value in which a secret stands.
  func write(_ text: String) {
    world.errors(Secrets.withoutPasswords(SecretMask(of: world).text(text)))
  }

  func print(_ complaint: Complaint) {
    write(ComplaintPrinter(language: language, style: style).text(complaint))
  }
}
