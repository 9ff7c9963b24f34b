package import CEL
package import LinkageCore
package import Values

/// What a run is given besides its plan.
package struct RunOptions: Sendable {
  package let seed: UInt64
  package let runID: String
  /// How many scenarios run at the same time.
  package var parallel: Int
  /// The functions of one case; its random choices derive from the run's seed and the case's name, and
  /// those of a flow from its use's.
  package var functions: @Sendable (_ name: String) -> Functions
  /// From an amount, as a number or text, to the smallest unit of its currency.
  package var money: @Sendable (Value) -> Int64?
  /// Starts a system of its own for a scenario that breaks, mends or moves something of it; `nil`
  /// where all share one, so that such a scenario runs alone.
  package var ownSystem: OwnSystem.Opening?
  /// Reads the form of a page and fills it in.
  package var forms: Forms
  /// The variables that every expression of a run sees.
  let variables: [String: Value]
  /// Knows the secrets of the whole run.
  let masker: Masker

  package typealias Forms = @Sendable (FormRequest) async -> Result<WebForm, FormProblem>

  /// - Parameter fingerprint: a keyed hash by which masked secrets can still be compared within the
  ///   run.
  package init(
    seed: UInt64, runID: String, parallel: Int = 16, environment: [String: String] = [:],
    secrets: [String: String] = [:],
    functions: @escaping @Sendable (_ name: String) -> Functions = { _ in .standard },
    money: @escaping @Sendable (Value) -> Int64?,
    forms: @escaping Forms = { _ in .failure(.noForm) },
    fingerprint: @escaping @Sendable (_ secret: String) -> String
  ) {
    self.seed = seed
    self.runID = runID
    self.parallel = parallel
    self.functions = functions
    self.money = money
    self.forms = forms
    variables = [
      "env": Self.map(environment), "secret": Self.map(secrets),
      "run": .map(["id": .string(runID), "seed": .string(String(seed))]),
      "round": .int(0),
    ]
    masker = Masker(fingerprint: fingerprint)
    secrets.values.forEach(masker.add)
  }

  private static func map(_ texts: [String: String]) -> Value {
    let sorted = texts.sorted { $0.key < $1.key }
    return .map(ValueMap(sorted.map { (.string($0.key), .string($0.value)) }))
  }
}
