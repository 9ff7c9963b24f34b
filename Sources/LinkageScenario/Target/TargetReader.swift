import LinkageCore

/// Reads a target with the files that it extends.
struct TargetReader {
  let library: Library
  let contract: ContractState
  let sessions: SessionNames
  let bases: [String: String]

  static let keys = [
    "target", "extends", "platforms", "writes", "accounts", "operations", "faults", "clock",
  ]

  func target(_ chain: TargetChain) -> TargetModel? {
    let platforms = chain.platforms
    let known = platforms + bases.keys.sorted().filter { !platforms.contains($0) }
    var result: TargetModel?
    for link in chain.links.reversed() {
      guard let own = target(link, platforms: known) else { continue }
      result = result.map(own.extending) ?? own
    }
    return result.map { whole($0, chain) }
  }

  /// What can only be told when all files of a target have been read.
  private func whole(_ target: TargetModel, _ chain: TargetChain) -> TargetModel {
    let problems = chain.links[0].reader.problems
    var target = target
    let check = LinkCheck(target: target, bases: bases, isComplete: chain.isComplete)
    for index in target.platforms.indices {
      target.platforms[index].checkSession(sessions, problems)
      check.check(target.platforms[index], problems)
      target.platforms[index].connect()
    }
    target.faults = target.faultModels.compactMap { [target] in $0.fault(in: target) }
    target.clock = target.clockModel?.action(in: target)
    return target
  }

  private func target(_ link: TargetChain.Link, platforms: [String]) -> TargetModel? {
    let reader = link.reader
    guard let fields = Fields(link.root, "target", keys: Self.keys, reader: reader) else {
      return nil
    }
    var target = TargetModel(name: fields.text("target") ?? reader.source.path)
    let platform = PlatformReader(reader: reader, library: library, session: sessions.shape)
    target.platforms = platform.platforms(fields["platforms"])
    target.writes = writes(fields, reader)
    target.accounts = accounts(fields["accounts"], reader)
    target.operations = OperationReader(
      reader: reader, library: library, contract: contract, platforms: platforms,
      session: sessions.shape
    ).operations(fields["operations"])
    let faults = FaultReader(reader: reader, library: library)
    target.faultModels = faults.faults(fields["faults"])
    target.clockModel = faults.clock(fields["clock"])
    return target
  }

  private func writes(_ fields: Fields, _ reader: NodeReader) -> Bool? {
    guard let text = fields.text("writes") else { return nil }
    if text == "allow" || text == "deny" { return text == "allow" }
    let problem = Problem.invalidValue(owner: "writes", found: text, expected: "allow | deny")
    reader.report(problem, at: fields.target("writes"))
    return nil
  }

  private func accounts(_ node: YAMLNode?, _ reader: NodeReader) -> [AccountModel] {
    let actors = ActorReader(reader: reader, library: library)
    return actors.actors(node, "accounts").map { actor in
      AccountModel(
        account: Target.Account(name: actor.actor.name, fields: actor.actor.fields),
        types: actor.types, missing: actor.missing)
    }
  }
}
