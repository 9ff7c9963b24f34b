import CEL
import LinkageCore
import Values

/// Understands one answer by the rules of its request: `let`, then `errors`, then `ok`, then what
/// is captured.
struct AnswerReading {
  var template: RequestTemplate
  var operation: Operation
  var answer: HTTPAnswer
  var took: Nanoseconds
  var scope: Scope
  var conversion: Conversion

  func read(into state: inout Performed, lets: inout [(name: String, value: Value)]) {
    let (scope, letProblem) = seen(into: &state, lets: &lets)
    state.outcome = outcome(in: scope, letProblem: letProblem)
    if state.outcome == .ok {
      capture(in: scope, into: &state)
    } else {
      state.secrets += secrets(in: scope)
    }
  }

  /// What the rules see of the answer: it and the values of `let`; also why one has no value.
  private func seen(
    into state: inout Performed, lets: inout [(name: String, value: Value)]
  ) -> (scope: Scope, letProblem: String?) {
    state.http = AnswerVariable.value(of: answer, took: took)
    var scope = scope.with("http", state.http)
    var letProblem: String?
    for entry in template.lets {
      switch evaluate(entry.located, in: scope) {
      case .success(let value):
        lets.append((entry.name, value))
        if SecretNames.isKept(entry.name) { state.secrets.append(value) }
        scope = scope.with(entry.name, value)
      case .failure(let error): letProblem = letProblem ?? error.message
      }
    }
    return (scope, letProblem)
  }

  /// What nobody keeps of a refusal is still no less secret.
  private func secrets(in scope: Scope) -> [Value] {
    (template.session + template.out.filter { isSecret($0.name) }).compactMap {
      try? evaluate($0.located, in: scope).get()
    }
  }

  /// By the contract's type, or by its name where no contract types it.
  private func isSecret(_ output: String) -> Bool {
    operation.outputs.first { $0.name == output }.map { $0.type == .secret }
      ?? SecretNames.contains(output)
  }

  /// The error that this answer names, of a request whose own answer never came.
  func error(into state: inout Performed) -> String? {
    var lets: [(name: String, value: Value)] = []
    let scope = seen(into: &state, lets: &lets).scope
    state.secrets += secrets(in: scope)
    return error(in: scope)
  }

  private func error(in scope: Scope) -> String? {
    template.errors.first { isTrue($0.located, in: scope) }?.name
  }

  private func outcome(in scope: Scope, letProblem: String?) -> Outcome {
    if let error = error(in: scope) { return .refused(error: error) }
    if isOK(in: scope) {
      guard let letProblem else { return .ok }
      return .unexpected(status: answer.status, detail: letProblem)
    }
    if answer.status >= 500 { return .unknown(reason: nil, status: answer.status) }
    return .unexpected(status: answer.status, detail: nil)
  }

  private func isOK(in scope: Scope) -> Bool {
    template.ok.map { isTrue($0, in: scope) } ?? (200..<300).contains(answer.status)
  }

  /// A rule that raises does not match.
  private func isTrue(_ rule: Located, in scope: Scope) -> Bool {
    (try? evaluate(rule, in: scope).get()) == .bool(true)
  }

  private func evaluate(_ located: Located, in scope: Scope) -> Result<Value, EvaluationError> {
    do throws(EvaluationError) {
      return .success(try located.expression.evaluate(in: scope))
    } catch {
      return .failure(error)
    }
  }

  private func capture(in scope: Scope, into state: inout Performed) {
    for entry in template.session {
      guard let value = try? evaluate(entry.located, in: scope).get() else { continue }
      state.session[template.platform, default: ValueMap()][.string(entry.name)] = value
    }
    guard !template.out.isEmpty else { return }
    var output = state.output.mapValue ?? ValueMap()
    for entry in template.out {
      switch captured(entry, in: scope) {
      case .success(let value): output[.string(entry.name)] = value
      case .failure(.absent): continue
      case .failure(.wrong(let detail)):
        if isSecret(entry.name), let value = try? evaluate(entry.located, in: scope).get() {
          state.secrets.append(value)
        }
        state.broken = state.broken ?? BrokenPromise(field: entry.name, detail: detail)
      }
    }
    state.output = .map(output)
  }

  private enum CaptureFailure: Error {
    /// Not there, and nobody promised it.
    case absent
    case wrong(String)
  }

  /// What the contract promises must be there and of its type: else the operation has happened, and
  /// the product does not keep its word.
  private func captured(
    _ entry: NamedExpression, in scope: Scope
  ) -> Result<Value, CaptureFailure> {
    let field = operation.outputs.first { $0.name == entry.name }
    switch evaluate(entry.located, in: scope) {
    case .failure(let error):
      guard let field, !field.isOptional else { return .failure(.absent) }
      return .failure(.wrong("out.\(entry.name): \(error.message)"))
    case .success(let value):
      guard let field else { return .success(value) }
      do throws(Conversion.Failure) {
        return .success(try conversion.convert(value, to: field))
      } catch {
        return .failure(
          .wrong("out.\(error.field): \(error.found) is no \(error.expected.rawValue)"))
      }
    }
  }
}
