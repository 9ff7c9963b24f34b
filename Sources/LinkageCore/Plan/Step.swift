/// One step of a journey: what is done, by whom, and what must hold afterwards.
///
/// It is a reference, like whatever every sample of a scenario shares: thousands of journeys hold
/// the step that they wait in.
public final class Step: Sendable {
  public let id: String
  public let place: Place
  /// Its position in the outline, where the steps inside it follow it.
  public let position: Int
  public let body: StepBody
  /// The key of the actor who does it.
  public let actor: String?
  public let with: [Template.Entry]
  public let expect: [Located]
  public let sync: Sync?
  /// What is expected must hold every time that the read is repeated for this long.
  public let stays: Nanoseconds?
  public let lets: [NamedExpression]
  public let when: Located?
  /// The named error that it must end in.
  public let fails: String?
  /// The named errors that it may end in.
  public let mayFail: [String]
  /// A failure is recorded and the journey goes on.
  public let isSoft: Bool
  public let isFinally: Bool
  /// Which repetition it is; `nil` for a step that is done once.
  public let round: Round?
  /// The operations that it does itself, without those of the steps inside it.
  public let operations: [Operation]

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
    operations =
      switch body {
      case .operation(let operation): [operation]
      case .parity(let parity): parity.reads.map(\.operation)
      case .fault(let fault): fault.fault.map { [$0.on.operation, $0.off.operation] } ?? []
      case .clock(let clock): clock.action.map { [$0.operation] } ?? []
      case .together, .flow, .heal: []
      }
  }

  /// The same step with another value of what is given.
  public func with(
    position: Int? = nil, body: StepBody? = nil, actor: String? = nil, sync: Sync? = nil,
    when: Located? = nil, isSoft: Bool? = nil, round: Round? = nil
  ) -> Step {
    Step(
      id: id, place: place, position: position ?? self.position, body: body ?? self.body,
      actor: actor ?? self.actor, with: with, expect: expect, sync: sync ?? self.sync,
      stays: stays, lets: lets, when: when ?? self.when, fails: fails, mayFail: mayFail,
      isSoft: isSoft ?? self.isSoft, isFinally: isFinally, round: round ?? self.round)
  }

  /// The steps directly inside it.
  public var children: [Step] {
    switch body {
    case .operation, .parity, .fault, .heal, .clock: []
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
    let writing = leaves.filter {
      $0.body.changesSystem || $0.operations.contains(where: \.isWrite)
    }
    return writing.isEmpty ? leaves : writing
  }

  private var leaves: [Step] {
    operations.isEmpty && !body.changesSystem ? inner.flatMap(\.leaves) : [self]
  }
}
