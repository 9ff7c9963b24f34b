import CEL
import LinkageCore
import Values

/// All that what a probe sends depends on, and how its answers are understood: where it is the same,
/// one read serves two probes.
struct ReadKey: Hashable {
  private struct Part: Hashable {
    /// Under which a parity's output is found.
    var name: String?
    var operation: ObjectIdentifier
  }

  private struct Session: Hashable {
    var jar: CookieJar.Version?
    var values: ValueMap
  }

  private let actor: String
  private let parts: [Part]
  private let inputs: ValueMap
  private let sessions: [String: Session]
  /// What the expressions see besides, by name.
  private let surroundings: [String: Value]

  /// `nil` for what must not be left out, since it may change something.
  init?(_ step: Step, _ inputs: ValueMap, in journey: Journey) {
    guard !step.operations.contains(where: \.isWrite) else { return nil }
    actor = journey.actor(of: step)
    switch step.body {
    case .parity(let parity):
      parts = parity.reads.map { Part(name: $0.name, operation: ObjectIdentifier($0.operation)) }
    default: parts = step.operations.map { Part(operation: ObjectIdentifier($0)) }
    }
    self.inputs = inputs
    let addressed = journey.addressed(by: step)
    sessions = journey.sessions[actor, default: [:]].filter { addressed.contains($0.key) }
      .mapValues { Session(jar: $0.jar?.version, values: $0.values) }
    let platforms = journey.scenario.target.platforms
    let names = MentionedNames(of: step.operations, on: platforms).all
    surroundings = names.reduce(into: [:]) { $0[$1] = journey.frame.scope[$1] }
  }
}
