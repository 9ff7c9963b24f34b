/// One step of a journey: what is done, by whom, and what must hold afterwards.
public struct Step: Sendable {
  public var id: String
  public var place: Place
  /// Its position in the outline, where the steps inside it follow it.
  public var position: Int
  public var body: StepBody
  /// The key of the actor who does it.
  public var actor: String?
  public var with: [Template.Entry]
  public var expect: [Located]
  public var sync: Sync?
  /// What is expected must hold every time that the read is repeated for this long.
  public var stays: Nanoseconds?
  public var lets: [NamedExpression]
  public var when: Located?
  /// The named error that it must end in.
  public var fails: String?
  /// The named errors that it may end in.
  public var mayFail: [String]
  /// A failure is recorded and the journey goes on.
  public var isSoft: Bool
  public var isFinally: Bool
  /// Which repetition it is; `nil` for a step that is done once.
  public var round: Round?

  public init(
    id: String, place: Place, position: Int = 0, body: StepBody, actor: String?,
    with: [Template.Entry] = [], expect: [Located] = [], sync: Sync? = nil,
    stays: Nanoseconds? = nil, lets: [NamedExpression] = [], when: Located? = nil,
    fails: String? = nil, mayFail: [String] = [], isSoft: Bool = false, isFinally: Bool = false,
    round: Round? = nil
  ) {
    self.id = id
    self.place = place
    self.position = position
    self.body = body
    self.actor = actor
    self.with = with
    self.expect = expect
    self.sync = sync
    self.stays = stays
    self.lets = lets
    self.when = when
    self.fails = fails
    self.mayFail = mayFail
    self.isSoft = isSoft
    self.isFinally = isFinally
    self.round = round
  }

  /// The steps directly inside it.
  public var children: [Step] {
    switch body {
    case .operation, .parity: []
    case .together(let steps): steps
    case .flow(let flow): flow.steps
    }
  }

  /// The steps inside it that run with it: all but what a flow leaves to be cleaned up.
  public var inner: [Step] {
    if case .flow(let flow) = body { flow.steps.filter { !$0.isFinally } } else { children }
  }

  /// What a flow leaves to be cleaned up at the end.
  public var cleanUp: [Step] {
    if case .flow(let flow) = body { flow.steps.filter(\.isFinally) } else { [] }
  }

  /// The steps in it from whose acknowledgement a wait counts: those that write, if any does.
  public var acknowledging: [Step] {
    let leaves = leaves
    let writing = leaves.filter { $0.operations.contains(where: \.isWrite) }
    return writing.isEmpty ? leaves : writing
  }

  private var leaves: [Step] { operations.isEmpty ? inner.flatMap(\.leaves) : [self] }

  /// The operations that it does itself, without those of the steps inside it.
  public var operations: [Operation] {
    switch body {
    case .operation(let operation): [operation]
    case .parity(let parity): parity.reads.map(\.operation)
    case .together, .flow: []
    }
  }
}
