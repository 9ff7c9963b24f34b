import LinkageCore
import LinkageReport

/// Why a command ended before it could do its work.
enum Stop: Error {
  case invalid(Diagnostics, hint: Hint? = nil)
  case complaint(Complaint, ExitCode)

  /// What a stored run does not have was asked for wrongly.
  static func complaining<T>(_ body: () throws(Complaint) -> T) throws(Stop) -> T {
    do throws(Complaint) {
      return try body()
    } catch {
      throw .complaint(error, .invalid)
    }
  }
}

/// What else a user should know about invalid files.
enum Hint {
  /// The bundled mocks' target was used for scenarios of the user's own.
  case noTarget
}

/// Prints in the user's language and style.
struct Printer: Sendable {
  var world: World
  var language: Language
  /// For standard error, and for standard output.
  var style: Style
  var outputStyle: Style

  init(world: World, options: CommonOptions) {
    self.world = world
    language = options.language(in: world)
    let isPlain = world.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    style = options.color ?? (world.isTerminal && !isPlain) ? .ansi : .plain
    outputStyle = options.color ?? (world.isOutputTerminal && !isPlain) ? .ansi : .plain
  }

  func print(_ stop: Stop) -> ExitCode {
    switch stop {
    case .invalid(let diagnostics, let hint):
      let text = DiagnosticPrinter(language: language, style: style).text(diagnostics)
      write(text + (hint.map(sentence) ?? ""))
      return .invalid
    case .complaint(let complaint, let code):
      print(complaint)
      return code
    }
  }

  private func sentence(_ hint: Hint) -> String {
    switch hint {
    case .noTarget:
      Words.pick(
        "No --target was given, so the bundled mocks' target was used; --target FILE names yours.\n",
        "没有给出 --target，因此使用了自带模拟后端的目标；用 --target FILE 指定你自己的目标。\n")
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
