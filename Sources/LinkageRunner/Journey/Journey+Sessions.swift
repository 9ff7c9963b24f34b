import LinkageCore
import Values

extension Journey {
  /// Opens what a step and those inside it need, so that branches of one actor share one jar.
  @inline(never)
  mutating func openSessions(for step: Step) async {
    for actor in actors(of: step, default: frame.actor ?? "") {
      for platform in scenario.target.platforms where sessions[actor]?[platform.name] == nil {
        let jar = platform.keepsCookies ? CookieJar(await transport.openSession()) : nil
        sessions[actor, default: [:]][platform.name] = PlatformSession(jar: jar)
      }
    }
  }

  private func actors(of step: Step, default outer: String) -> Set<String> {
    let actor = step.actor ?? outer
    return step.children.reduce(into: [actor]) {
      $0.formUnion(actors(of: $1, default: actor))
    }
  }

  @inline(never)
  func call(_ step: Step, _ inputs: ValueMap, sessions: [String: PlatformSession]) -> StepCall {
    let transport = transport.serving(reference(step))
    func part(_ name: String?, _ operation: Operation) -> StepCall.Part {
      StepCall.Part(
        name: name,
        call: OperationCall(
          operation: operation, scope: frame.scope, inputs: inputs, sessions: sessions,
          transport: transport, setting: setting))
    }
    switch step.body {
    case .operation(let operation): return StepCall(parts: [part(nil, operation)])
    case .parity(let parity):
      return StepCall(parts: parity.reads.map { part($0.name, $0.operation) })
    case .fault(let fault):
      return StepCall(parts: fault.fault.map { [part(nil, $0.on.operation)] } ?? [])
    case .clock(let clock):
      return StepCall(parts: clock.action.map { [part(nil, $0.operation)] } ?? [])
    case .together, .flow, .heal: return StepCall(parts: [])
    }
  }

  /// Reads neither race for the session's cookies nor queue behind its lock.
  func snapshot(of step: Step) async -> [String: PlatformSession] {
    await snapshot(of: sessions[actor(of: step)] ?? [:], for: step)
  }

  private func snapshot(
    of sessions: [String: PlatformSession], for step: Step
  ) async -> [String: PlatformSession] {
    var copies = sessions
    for (name, session) in copies where addressed(by: step).contains(name) {
      guard let jar = session.jar?.current else { continue }
      copies[name]?.jar = CookieJar(await transport.snapshot(of: jar))
    }
    return copies
  }

  /// A log-in may itself be repeated: what its answers left in the jar stays.
  func adopt(
    _ copies: [String: PlatformSession], by step: Step, changed: Bool
  ) async {
    for (name, copy) in copies where addressed(by: step).contains(name) {
      guard let session = copy.jar?.current, let jar = sessions[actor(of: step)]?[name]?.jar
      else { continue }
      if changed {
        jar.replace(by: session)
      } else {
        await transport.close(session)
      }
    }
  }

  /// The probes that read what a step reads, which it now belongs to.
  func circle(of step: Step, _ inputs: ValueMap) async -> ReadCircle {
    guard let circles, let key = ReadKey(step, inputs, in: self) else {
      return ReadCircle(sessions: await snapshot(of: step), isOpen: false)
    }
    if let circle = circles.join(key) { return circle }
    let own = ReadCircle(sessions: await snapshot(of: step), isOpen: true)
    // Another may have opened one meanwhile.
    let circle = circles.join(key, or: own)
    if circle !== own { await adopt(own.sessions, by: step, changed: false) }
    return circle
  }

  /// What the circle's reads left in the jar stays; those who go on reading keep their own.
  func leave(_ circle: ReadCircle, by step: Step) async {
    let (isLast, hasNewCookies) = circle.leave()
    if isLast {
      await adopt(circle.sessions, by: step, changed: hasNewCookies)
    } else if hasNewCookies {
      await adopt(await snapshot(of: circle.sessions, for: step), by: step, changed: true)
    }
  }

  /// The platforms that a step's requests go to.
  func addressed(by step: Step) -> Set<String> {
    Set(step.operations.flatMap { $0.requests.map(\.platform) })
  }
}
