import CEL
import LinkageFunctions
import LinkageReport
import Values

/// What the names in an evaluated expression stand for, from weak to strong: the keys of the
/// input, the names that every expression has, the bindings.
struct Givens {
  var world: World
  var seed: UInt64
  /// A file's path, or `-` for standard input.
  var input: String?
  /// A JSON object of names and values.
  var bindings: String?
  /// Whether the bindings are typed values.
  var isTyped: Bool

  /// Larger documents are refused, in bytes.
  private static let largest = 16 << 20

  func scope(_ reader: inout LineReader) throws(EvaluationFailure) -> Scope {
    var scope = Scope(
      functions: HostFunctions.functions(seed: seed, name: "eval"))
    if let input {
      let document = try document(input, &reader)
      for (key, value) in document.mapValue ?? [:] {
        if let name = key.stringValue, Self.isName(name) { scope = scope.with(name, value) }
      }
      scope = scope.with("input", document)
    }
    return scope.with(surroundings).with(try bound())
  }

  /// Whether an expression can use it as a variable.
  static func isName(_ name: String) -> Bool {
    guard let expression = try? Expression(name), expression.calledFunctions.isEmpty else {
      return false
    }
    return expression.references.map { $0.path.joined(separator: ".") } == [name]
  }

  private var surroundings: [String: Value] {
    let wall = world.wallMilliseconds()
    let now = Timestamp(
      seconds: wall / 1_000, nanoseconds: Int32(truncatingIfNeeded: wall % 1_000 * 1_000_000))
    return Self.environment(of: world).mapValues(Self.map).merging([
      "now": .timestamp(now), "run": Self.map(["id": "eval", "seed": String(seed)]),
    ]) { $1 }
  }

  /// What `env` and `secret` hold.
  static func environment(of world: World) -> [String: [String: String]] {
    ["env": Secrets.environment(of: world), "secret": Secrets.all(of: world)]
  }

  static func map(_ texts: [String: String]) -> Value {
    let sorted = texts.sorted { $0.key < $1.key }
    return .map(ValueMap(sorted.map { (.string($0.key), .string($0.value)) }))
  }

  // MARK: Reading

  private func document(
    _ path: String, _ reader: inout LineReader
  ) throws(EvaluationFailure) -> Value {
    let name = path == "-" ? "stdin" : path
    let bytes = try path == "-" ? standardInput(&reader) : file(path)
    return try Self.json(String(decoding: bytes, as: UTF8.self), name)
  }

  private func standardInput(_ reader: inout LineReader) throws(EvaluationFailure) -> [UInt8] {
    let bytes = reader.rest(atMost: Self.largest)
    guard bytes.count <= Self.largest else {
      throw Self.unreadable("stdin", "larger than 16 MiB")
    }
    return bytes
  }

  private func file(_ path: String) throws(EvaluationFailure) -> [UInt8] {
    do throws(Disk.Failure) {
      return try Disk.read(Disk.absolute(path, in: world.folder))
    } catch {
      throw Self.unreadable(path, error.reason)
    }
  }

  private static func unreadable(_ name: String, _ reason: String) -> EvaluationFailure {
    EvaluationFailure(problem: .unreadable(name: name, reason: reason))
  }

  private static func json(_ text: String, _ name: String) throws(EvaluationFailure) -> Value {
    do throws(JSONError) {
      return try Value(json: text)
    } catch {
      throw EvaluationFailure(
        problem: .invalidJSON(error),
        source: EvaluationPrinter.Source(
          name: name, text: text, range: error.offset..<error.offset + 1))
    }
  }

  private func bound() throws(EvaluationFailure) -> [String: Value] {
    guard let bindings else { return [:] }
    let given = try Self.json(bindings, "--bindings")
    guard let map = given.mapValue else {
      throw EvaluationFailure(problem: .notAnObject(found: given.typeName))
    }
    var variables: [String: Value] = [:]
    for (key, value) in map {
      guard let name = key.stringValue, Self.isName(name) else {
        throw EvaluationFailure(problem: .invalidName(key.stringValue ?? ""))
      }
      variables[name] = isTyped ? try Self.untyped(value, name) : value
    }
    return variables
  }

  private static func untyped(_ value: Value, _ name: String) throws(EvaluationFailure) -> Value {
    do throws(TypedValue.Failure) {
      return try TypedValue.decode(value)
    } catch {
      let detail: EvaluationProblem.TypedDetail =
        switch error.kind {
        case .shape(let found): .shape(found: found)
        case .unknownType(let name, let nearest): .unknownType(name: name, nearest: nearest)
        case .payload(let type, let found): .payload(type: type, found: found)
        }
      throw EvaluationFailure(problem: .notTyped(name: name, path: error.path, detail: detail))
    }
  }
}
