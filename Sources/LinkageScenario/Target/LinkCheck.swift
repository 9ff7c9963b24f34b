import LinkageCore
import Values

/// Holds what a target says of connections against its addresses and requests.
struct LinkCheck {
  private let target: TargetModel
  private let bases: [String: String]
  private let hosts: MentionedHosts?

  /// - Parameter isComplete: whether all files of the target could be read.
  init(target: TargetModel, bases: [String: String], isComplete: Bool) {
    self.target = target
    self.bases = bases
    hosts = isComplete ? MentionedHosts(target, bases: bases) : nil
  }

  func check(_ platform: PlatformModel, _ problems: ProblemList) {
    checkVersion(of: platform, problems)
    checkTimes(of: platform, problems)
    checkPins(of: platform, problems)
  }

  private func checkVersion(of platform: PlatformModel, _ problems: ProblemList) {
    guard let version = platform.link.version, version.value == .http2,
      let base = bases[platform.name] ?? platform.base?.value, !BaseAddress.isSecure(base)
    else { return }
    problems.report(
      .target(.needsTLS(key: "http: \"2\"", base: URLAuthority.withoutUser(base))),
      at: version.place)
  }

  private func checkTimes(of platform: PlatformModel, _ problems: ProblemList) {
    let timeout = longestTimeout(on: platform)
    let limits = [("connect", platform.limits.connect), ("idle", platform.limits.idle)]
    for (key, limit) in limits {
      guard let limit, let length = limit.value, length > timeout else { continue }
      problems.report(
        .target(.beyondTimeout(key: key, length: length, timeout: timeout)), at: limit.place)
    }
  }

  /// Requests may have a limit of their own.
  private func longestTimeout(on platform: PlatformModel) -> Nanoseconds {
    let requests = target.operations.flatMap(\.operation.requests)
    return requests.filter { $0.platform == platform.name }.compactMap(\.timeout)
      .reduce(platform.limits.timeout?.value ?? Target.Platform.standardTimeout, max)
  }

  private func checkPins(of platform: PlatformModel, _ problems: ProblemList) {
    guard let hosts, let pins = platform.link.pins?.value, !hosts.areOpen(on: platform.name)
    else { return }
    for read in pins where !hosts.known.contains(read.pin.host) {
      let nearest = Nearest.name(to: read.pin.host, among: hosts.known)
      problems.report(
        .target(.unknownHost(name: read.pin.host, nearest: nearest, known: hosts.known)),
        at: read.place)
    }
  }
}
