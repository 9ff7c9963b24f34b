import CEL
import LinkageCore
import Values

extension Journey {
  /// What every expression of a scenario or flow sees from the start; random choices derive from
  /// the name.
  static func scope(of scenario: Scenario, _ options: RunOptions, name: String) -> Scope {
    let scope = Scope(variables: options.variables, functions: options.functions(name))
    return scenario.row.map { scope.with("row", .map($0.values)) } ?? scope
  }

  /// `now` is the same for the whole of a step.
  @inline(never)
  mutating func setNow() { frame.scope = frame.scope.with("now", .timestamp(WallClock.now)) }

  /// The fields of the target's accounts and of the scenario's actors, evaluated once.
  @inline(never)
  mutating func prepareActors() -> FillFailure? {
    let accounts = scenario.target.accounts.map { Scenario.Actor(name: $0.name, fields: $0.fields) }
    do throws(FillFailure) {
      try add(accounts + scenario.actors)
      return nil
    } catch {
      return error
    }
  }

  /// Evaluates the fields of actors, which expressions of the frame then see by name.
  mutating func add(_ people: [Scenario.Actor]) throws(FillFailure) {
    setNow()
    for person in people {
      let fields = try frame.filler.map(person.fields)
      actors[person.key] = fields
      frame.scope = frame.scope.with(person.name, .map(fields))
      keepSecrets(of: fields)
    }
  }

  /// Values under names such as `password` are known as secrets before anything is sent.
  func keepSecrets(of fields: ValueMap) {
    for (key, value) in fields where SecretNames.contains(key.stringValue ?? "") {
      masker.add(value)
    }
  }
}
