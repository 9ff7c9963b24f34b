import CEL
import LinkageCore
import LinkageReport
import Values

/// Evaluates expressions and prints what they are.
struct Evaluator {
  var printer: Printer
  var scope: Scope
  /// Whether values are printed with their types.
  var isTyped: Bool

  /// One text of a user's, with where it stands.
  struct Line {
    var text: String
    var name = "expression"
    var number = 1
    /// How many bytes stand before the expression.
    var offset = 0

    var expression: String { String(decoding: text.utf8.dropFirst(offset), as: UTF8.self) }
  }

  /// Whether there is a value, which is printed.
  func show(_ line: Line, isExplained: Bool) -> Bool {
    do throws(EvaluationFailure) {
      output(isExplained ? try explained(line) : try value(of: line))
      return true
    } catch {
      print(error)
      return false
    }
  }

  func value(of line: Line) throws(EvaluationFailure) -> Value {
    let expression = try parsed(line)
    do throws(EvaluationError) {
      return try expression.evaluate(in: scope)
    } catch {
      throw noValue(error, of: expression, line)
    }
  }

  func output(_ value: Value) {
    let masked = SecretMask(of: printer.world).value(value)
    printer.world.output((isTyped ? TypedValue.encode(masked) : masked).json() + "\n")
  }

  func print(_ failure: EvaluationFailure) {
    let printed = EvaluationPrinter(language: printer.language, style: printer.style)
    printer.write(printed.text(failure.problem, in: failure.source))
  }

  private func explained(_ line: Line) throws(EvaluationFailure) -> Value {
    let expression = try parsed(line)
    let explanation = expression.explain(in: scope)
    let mask = SecretMask(of: printer.world)
    // What is cut short no longer looks like the secret: it is masked before.
    let parts = explanation.parts.map { part in
      Explanation.Part(range: part.range, text: part.text, value: part.value.map(mask.value))
    }
    let text = EvaluationPrinter(language: printer.language).parts(
      Explanation(result: explanation.result, parts: parts),
      width: printer.world.isOutputTerminal ? printer.world.width : nil)
    printer.world.output(mask.text(text))
    do throws(EvaluationError) {
      return try explanation.result.get()
    } catch {
      throw noValue(error, of: expression, line)
    }
  }

  private var words: MessageLanguage { printer.language == .chinese ? .chinese : .english }

  private func parsed(_ line: Line) throws(EvaluationFailure) -> Expression {
    do throws(ParseError) {
      return try Expression(line.expression)
    } catch {
      throw failure(.notAnExpression(detail: error.message(in: words)), line, error.range)
    }
  }

  private func noValue(
    _ error: EvaluationError, of expression: Expression, _ line: Line
  ) -> EvaluationFailure {
    let problem =
      missingVariable(error, in: expression) ?? .noValue(detail: error.message(in: words))
    return failure(problem, line, error.range)
  }

  /// The variable of the environment without which there is no value; `nil` for other errors, and
  /// where a binding hides the environment.
  private func missingVariable(
    _ error: EvaluationError, in expression: Expression
  ) -> EvaluationProblem? {
    guard case .noSuchKey(.string(let name), _) = error.kind,
      let kind = expression.references.first(where: {
        $0.path.count > 1 && $0.path[1] == name && $0.range.contains(error.range.lowerBound)
      })?.path[0],
      let variables = Givens.environment(of: printer.world)[kind],
      scope[kind] == Givens.map(variables)
    else { return nil }
    let nearest = Nearest.name(to: name, among: variables.keys.sorted())
    return .missingVariable(name: name, kind: kind, nearest: nearest)
  }

  private func failure(
    _ problem: EvaluationProblem, _ line: Line, _ range: Range<Int>
  ) -> EvaluationFailure {
    EvaluationFailure(
      problem: problem,
      source: EvaluationPrinter.Source(
        name: line.name, text: line.text, firstLine: line.number,
        range: range.lowerBound + line.offset..<range.upperBound + line.offset))
  }
}
