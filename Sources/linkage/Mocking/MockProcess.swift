import Glibc
import LinkageReport
import Synchronization
import Values

/// `linkage mock` in a process of its own, so that what it does takes no time from the loops that
/// measure. It ends with this process, however that ends: its standard input closes then.
final class MockProcess: Sendable {
  /// By the names that the bundled target gives the platforms.
  let addresses: [String: String]
  private let id: pid_t
  private let input: Int32

  private init(addresses: [String: String], id: pid_t, input: Int32) {
    self.addresses = addresses
    self.id = id
    self.input = input
  }

  /// Returns once it answers.
  static func start(_ options: [String], in world: World) async throws(Stop) -> MockProcess {
    let folder = world.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let ports = "\(folder)/linkage-\(getpid())-\(world.randomSeed()).json"
    defer { Disk.remove(ports) }
    let arguments = ["mock", "--port", "0", "--ports-file", ports, "--until-eof"] + options
    let (id, input) = try spawn(arguments, world)
    while true {
      if let addresses = addresses(in: ports) {
        return MockProcess(addresses: addresses, id: id, input: input)
      }
      if let reason = ended(id) {
        close(input)
        throw failure(reason)
      }
      await pause()
    }
  }

  /// Not a sleep that a cancelled task cuts short.
  private static func pause() async {
    await Task.detached { try? await Task.sleep(for: .milliseconds(2)) }.value
  }

  /// Waits for its end, some seconds at most.
  func stop() async {
    close(input)
    for _ in 0..<2_000 {
      if Self.ended(id) != nil { return }
      await Self.pause()
    }
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  // MARK: Starting

  private static func failure(_ reason: String) -> Stop {
    .complaint(.mockNotStarted(server: "mock", reason: reason), .couldNotTest)
  }

  /// What it ended with; `nil` while it runs.
  private static func ended(_ id: pid_t) -> String? {
    var status: Int32 = 0
    guard waitpid(id, &status, WNOHANG) == id else { return nil }
    return status & 0x7f == 0 ? "exit \((status >> 8) & 0xff)" : "signal \(status & 0x7f)"
  }

  private static func addresses(in path: String) -> [String: String]? {
    guard let bytes = try? Disk.read(path), let value = try? Value(jsonBytes: bytes),
      let map = value.mapValue
    else { return nil }
    let pairs = map.compactMap { key, value in
      key.stringValue.flatMap { key in value.stringValue.map { (key, $0) } }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private static func spawn(
    _ arguments: [String], _ world: World
  ) throws(Stop) -> (id: pid_t, input: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw failure(String(cString: strerror(errno))) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own: Ctrl-C on the terminal is this process's to handle.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let variables = world.environment.map { "\($0.key)=\($0.value)" }
    let (arguments, environment) = (copies(["linkage"] + arguments), copies(variables))
    defer { for text in arguments + environment { free(text) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, "/proc/self/exe", &actions, &attributes, arguments, environment)
    close(ends[0])
    guard code == 0 else {
      close(ends[1])
      throw failure(String(cString: strerror(code)))
    }
    return (id, ends[1])
  }

  /// Ends with `nil`, as the system wants it; whoever gets them frees them.
  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
