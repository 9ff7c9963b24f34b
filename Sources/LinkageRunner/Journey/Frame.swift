import CEL
import LinkageCore
import Values

/// What the steps of one file see and leave behind: the scenario's own, or one use of a flow.
struct Frame: Sendable {
  /// What every expression sees; each finished step adds its record under its name.
  var scope: Scope
  /// Who does a step that names nobody.
  var actor: String?
  /// Optional inputs of a flow that were not given, as `inputs.note`.
  var absent: Set<String> = []
  /// When the last round of each repeated step began.
  var roundStarts: [String: Instant] = [:]

  /// The steps that are over, in the order in which they ended: of a repeated one each round.
  private var finished: [Step] = []
  /// How many of them were over when the frame was forked.
  private var finishedBefore = 0
  /// The records of a repeated step's rounds so far.
  private(set) var rounds: [String: [Value]] = [:]
  /// The names that steps gave since the frame began or was forked.
  private var learned: [(name: String, value: Value)] = []

  init(scope: Scope, actor: String? = nil) {
    self.scope = scope
    self.actor = actor
  }

  var filler: Filler { Filler(scope: scope, absent: absent) }

  /// `round` as expressions see it, until it is given back.
  mutating func enter(_ round: Round?) -> Value? {
    guard let round else { return nil }
    let outer = scope["round"]
    scope = scope.with("round", .int(Int64(round.number)))
    return outer
  }

  @inline(never)
  mutating func leave(_ outer: Value?) {
    if let outer { scope = scope.with("round", outer) }
  }

  mutating func learn(_ name: String, _ value: Value) {
    scope = scope.with(name, value)
    learned.append((name, value))
  }

  mutating func learn(_ step: Step, _ record: Value) {
    guard step.isNamed else { return }
    learn(step.id, self.record(record, of: step))
    if step.round != nil { rounds[step.id, default: []].append(record) }
  }

  /// A step's record with, where it is repeated, those of all rounds so far.
  func record(_ record: Value, of step: Step) -> Value {
    guard step.round != nil, var map = record.mapValue else { return record }
    map["rounds"] = .list((rounds[step.id] ?? []) + [record])
    return .map(map)
  }

  mutating func finish(_ step: Step) { finished.append(step) }

  /// The steps of that id that are over.
  func done(_ id: String) -> [Step] { finished.filter { $0.id == id } }

  /// The frame of a branch, which remembers apart what it learns.
  var forked: Frame {
    var copy = self
    copy.learned = []
    copy.finishedBefore = finished.count
    return copy
  }

  /// Takes over what a branch has learned.
  mutating func absorb(_ branch: Frame) {
    for (name, value) in branch.learned { learn(name, value) }
    for step in branch.finished[branch.finishedBefore...] { finish(step) }
    rounds.merge(branch.rounds) { own, other in own.count < other.count ? other : own }
    roundStarts.merge(branch.roundStarts) { max($0, $1) }
  }
}

extension Step {
  /// The name of a step that was given none, as `2 mini.login`, is no identifier: nothing can refer
  /// to it.
  var isNamed: Bool { id.utf8.allSatisfy { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") } }
}
