import LinkageCore

/// The platforms of one scenario: the target's, its own where the target has none of that name,
/// and every address that the caller gives.
struct PlatformTable {
  private(set) var platforms: [Target.Platform] = []
  /// Names whose address needs a variable that is not set, or could not be read.
  private(set) var unresolved: Set<String> = []
  private var missing: [String: [ProblemList]] = [:]

  /// Whether the files that name platforms could all be read.
  let isComplete: Bool

  init(_ surroundings: Surroundings, own: [PlatformModel], isComplete: Bool) {
    self.isComplete = isComplete && !surroundings.target.isIncomplete
    let target = surroundings.target.model?.platforms ?? []
    let names = Set(target.map(\.name))
    for model in target + own.filter({ !names.contains($0.name) }) {
      add(model, address: surroundings.bases[model.name])
    }
    for (name, base) in surroundings.bases.sorted(by: { $0.key < $1.key }) {
      guard !self.names.contains(name), let address = BaseAddress.read(base) else { continue }
      platforms.append(Self.plain(name, at: address))
    }
  }

  /// Every name that may be spoken to.
  var names: [String] { platforms.map(\.name) + unresolved.sorted() }

  /// Reports what a platform that is used lacks.
  func report(_ platform: String, to problems: ProblemList) {
    for list in missing[platform] ?? [] { problems.add(list) }
  }

  private mutating func add(_ model: PlatformModel, address: String?) {
    missing[model.name, default: []] += model.missing
    if let address = address.flatMap(BaseAddress.read) ?? model.base?.value {
      platforms.append(model.platform(at: address))
    } else {
      unresolved.insert(model.name)
      if let base = model.base { missing[model.name, default: []].append(base.missing) }
    }
  }

  private static func plain(_ name: String, at address: String) -> Target.Platform {
    Target.Platform(
      name: name, base: address, keepsCookies: true, sessionHeaders: [], timeout: nil,
      inFlight: nil, place: nil)
  }
}
