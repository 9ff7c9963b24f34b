/// Who is who. A visitor whom a front end or an entry knew together with a member is that member,
/// before and afterwards; of several members the first one.
struct People {
  /// What is known of whoever did something.
  struct Trace {
    let member: String?
    let visitor: String?
    let openid: String?
    /// Of what was done.
    let id: String
  }

  private var members: [String: String] = [:]

  /// - Parameter traces: the oldest first.
  init(_ traces: [Trace]) {
    for trace in traces {
      guard let member = trace.member, let visitor = trace.visitor else { continue }
      if members[visitor] == nil { members[visitor] = member }
    }
  }

  /// The same for all that is known to be one person's.
  func person(_ trace: Trace) -> String {
    if let member = trace.member { return "member \(member)" }
    if let visitor = trace.visitor {
      return members[visitor].map { "member \($0)" } ?? "visitor \(visitor)"
    }
    // Nobody else is known to be whoever left neither name.
    return trace.openid.map { "user \($0)" } ?? "somebody \(trace.id)"
  }
}
