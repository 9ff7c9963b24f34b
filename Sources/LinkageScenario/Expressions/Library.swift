import CEL
import LinkageCore
import Values

/// What every file has at hand: functions, the surroundings' variables, and the files it names.
struct Library: Sendable {
  let functions: Functions
  let environment: [String: String]
  private(set) var secrets: [String: String]
  let bytes: @Sendable (_ path: String) -> [UInt8]?
  /// The row of `matrix` for which a scenario is read.
  private(set) var row: RowModel?
  /// `contains`, `fake.phone`: whatever may be called.
  private let names: [String]
  /// `fake` of `fake.phone`.
  private let namespaces: Set<String>
  /// The functions that the caller brings.
  private let hosted: Set<String>
  /// How each of them is called that is not called on a value: `fake.phone()`, `money(…)`.
  private let calls: [String: String]

  init(_ request: PlanRequest) {
    functions = Functions.standard.adding(request.functions)
    environment = request.environment
    secrets = request.secrets
    bytes = request.bytes
    hosted = Set(request.functions.map(\.name))
    calls = Dictionary(
      request.functions.filter { !$0.receiver }.map {
        ($0.name, $0.name + ($0.arities.contains(0) ? "()" : "(…)"))
      }
    ) { $1 }
    names = functions.names
    namespaces = Set(names.compactMap(Self.namespace))
  }

  /// What stands for a secret where it would be shown.
  static let hidden = "•••"

  var hidingSecrets: Library {
    var library = self
    library.secrets = secrets.mapValues { _ in Self.hidden }
    library.row = row?.hidingSecrets
    return library
  }

  func adding(_ row: RowModel?) -> Library {
    var library = self
    library.row = row
    return library
  }

  /// The dotted name of a call whose first part is, or was meant to be, a namespace of functions;
  /// `nil` for a call on a value. `isVariable` tells what is a variable where it stands.
  func qualifiedName(of call: CalledFunction, isVariable: (String) -> Bool) -> String? {
    guard let name = call.qualifiedName, let root = Self.namespace(name), !isVariable(root) else {
      return nil
    }
    let isMeant = !names.contains(call.name) && nearest(to: name)?.contains(".") == true
    return namespaces.contains(root) || isMeant ? name : nil
  }

  /// The problem with a function that is called by this name.
  func problem(withFunction name: String) -> Problem? {
    names.contains(name) ? nil : .unknownFunction(name: name, nearest: nearest(to: name))
  }

  /// How a function that the caller brings is called; `nil` where there is none of that name.
  func call(of name: String) -> String? { calls[name] }

  /// Whether functions' names begin with it and a dot.
  func isNamespace(_ name: String) -> Bool { namespaces.contains(name) }

  private func nearest(to name: String) -> String? { Nearest.name(to: name, among: names) }

  /// Whether a call gives the same whenever it is made.
  func isFixed(_ call: CalledFunction) -> Bool {
    !hosted.contains(call.name) && !hosted.contains(call.qualifiedName ?? call.name)
  }

  private static func namespace(_ name: String) -> String? {
    name.firstIndex(of: ".").map { String(name[..<$0]) }
  }

  /// Whether a variable's value is known while files are read.
  func isKnown(_ variable: String) -> Bool {
    variable == "env" || variable == "secret" || variable == "row" && row?.values != nil
  }

  /// `env`, `secret` and `row` as an expression sees them while files are read.
  var scope: Scope {
    func map(_ variables: [String: String]) -> Value {
      .map(ValueMap(variables.map { (Value.string($0.key), Value.string($0.value)) }))
    }
    let scope = Scope(
      variables: ["env": map(environment), "secret": map(secrets)], functions: functions)
    return row?.values.map { scope.with("row", .map($0)) } ?? scope
  }
}
