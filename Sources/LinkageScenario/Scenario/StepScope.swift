import CEL
import LinkageCore

/// What the steps of one scenario or flow are read against.
struct StepScope {
  let expressions: ExpressionReader
  let surroundings: Surroundings
  let flows: FlowFiles
  let budget: StepBudget
  let actors: [ActorReader.Read]
  let table: PlatformTable
  let steps: StepList
  let frame: Frame

  var reader: NodeReader { expressions.reader }

  /// The fields of an actor or account; `nil` when there is none of that name.
  func fields(of actor: String) -> [String: StaticType]? {
    own(actor)?.types ?? account(actor)?.types
  }

  /// What a plan calls an actor or account.
  func key(of actor: String) -> String { own(actor) == nil ? actor : frame.path + actor }

  func own(_ actor: String) -> ActorReader.Read? {
    actors.first { $0.actor.name == actor }
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

  /// What the first step knows. A flow sees nothing of its caller but its inputs.
  var vocabulary: Vocabulary {
    var vocabulary = Vocabulary.everywhere(surroundings.library)
    if let inputs = frame.inputs { vocabulary.add("inputs", inputs) }
    for actor in actors { vocabulary.add(actor.actor.name, actor.shape) }
    for account in surroundings.target.model?.accounts ?? [] {
      guard own(account.account.name) == nil else { continue }
      vocabulary.add(account.account.name, account.shape)
    }
    for name in steps.names { vocabulary.add(name, .later) }
    vocabulary.steps = steps.names
    return vocabulary
  }
}

extension ActorReader.Read {
  var shape: Shape {
    .members(
      Members(
        owner: .plain(actor.name), names: actor.fields.map(\.key),
        shapes: types.mapValues { .value($0) }))
  }
}

extension AccountModel {
  fileprivate var shape: Shape {
    .members(
      Members(
        owner: .plain(account.name), names: account.fields.map(\.key),
        shapes: types.mapValues { .value($0) }))
  }
}
