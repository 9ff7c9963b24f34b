import Glibc
import LinkageCore

/// A run's name, seed and surroundings.
struct RunIdentity {
  var seed: UInt64
  var wall: Int64
  /// What tells runs apart that begin at the same moment.
  var salt: UInt64 = 0

  /// Sorts by time and is unlikely to meet another: `20261121-031415-k3f9`.
  var id: String {
    var seconds = time_t(wall / 1_000)
    var date = tm()
    gmtime_r(&seconds, &date)
    let day = [Int(date.tm_year) + 1900, Int(date.tm_mon) + 1, Int(date.tm_mday)]
    let hour = [Int(date.tm_hour), Int(date.tm_min), Int(date.tm_sec)]
    return "\(Self.joined(day))-\(Self.joined(hour))-\(suffix)"
  }

  /// - Parameter facts: what is worth knowing beside the machine.
  func header(
    started: Instant, world: World, facts: [RunHeader.Fact], fingerprint: (String) -> String
  ) -> RunHeader {
    RunHeader(
      id: id, startedWall: wall, started: started, seed: seed, version: Version.text,
      command: ["linkage"] + world.arguments.map { Secrets.hide($0, in: world) },
      environment: Self.machine + facts,
      secretNames: Secrets.names(in: world, by: fingerprint))
  }

  private static func joined(_ parts: [Int]) -> String {
    parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
  }

  private var suffix: String {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var rest = UInt64(bitPattern: wall &* 1_000_003) ^ seed ^ salt ^ UInt64(getpid())
    return String(
      (0..<4).map { _ in
        defer { rest /= 32 }
        return letters[Int(rest % 32)]
      })
  }

  private static var machine: [RunHeader.Fact] {
    var system = utsname()
    uname(&system)
    let name = withUnsafeBytes(of: &system.sysname) { text($0) }
    let release = withUnsafeBytes(of: &system.release) { text($0) }
    return [
      RunHeader.Fact(name: "system", value: "\(name) \(release)"),
      RunHeader.Fact(name: "cores", value: String(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
    ]
  }

  /// What the options of `linkage run` say.
  static func facts(of command: RunCommand, usesMocks: Bool) -> [RunHeader.Fact] {
    var facts: [RunHeader.Fact] = []
    if let label = command.gate.label {
      facts.append(RunHeader.Fact(name: PastRuns.labelFact, value: label))
    }
    if usesMocks {
      facts.append(RunHeader.Fact(name: "mocks", value: "bundled, in process"))
      if let latency = command.link.linkLatency {
        facts.append(
          RunHeader.Fact(name: "link latency", value: latency.shown))
      }
      if let faults = command.link.faults {
        facts.append(RunHeader.Fact(name: "faults", value: faults))
      }
      if command.link.linkDown { facts.append(RunHeader.Fact(name: "link", value: "down")) }
    }
    return facts
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
