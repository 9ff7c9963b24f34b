import LinkageCore

/// What the steps of one scenario are read against.
struct ScenarioScope {
  let reader: NodeReader
  let surroundings: Surroundings
  let actors: [ActorReader.Read]
  let table: PlatformTable
  let steps: StepList

  /// The names of an actor's or account's fields; `nil` when there is none of that name.
  func fields(of actor: String) -> [String]? {
    if let own = actors.first(where: { $0.actor.name == actor }) {
      return own.actor.fields.map(\.key)
    }
    return account(actor)?.account.fields.map(\.key)
  }

  func account(_ name: String) -> AccountModel? {
    surroundings.target.model?.accounts.first { $0.account.name == name }
  }

  var actorNames: [String] {
    actors.map(\.actor.name)
      .merging(surroundings.target.model?.accounts.map(\.account.name) ?? [])
  }

  /// The platforms that can be spoken to; `nil` when a file that names some could not be read.
  var platforms: [String]? { table.isComplete ? table.names : nil }

  /// What the first step knows.
  var vocabulary: Vocabulary {
    var vocabulary = Vocabulary.everywhere(surroundings.library)
    for name in actorNames { vocabulary.add(name, .plain(name, fields(of: name) ?? [])) }
    for name in steps.names { vocabulary.add(name, .later) }
    vocabulary.steps = steps.names
    return vocabulary
  }
}
