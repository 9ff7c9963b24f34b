import Foundation
import Glibc

/// Another program, found on the path; what it writes is thrown away.
struct ChildProcess: Sendable {
  let id: pid_t

  struct NotStarted: Error { var code: Int32 }

  /// `sockets` are the program's descriptors from 3 on; `variables` add to the environment.
  init(
    _ arguments: [String], standardInput: Int32? = nil, sockets: [Int32] = [],
    variables: [String] = []
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let standardInput { posix_spawn_file_actions_adddup2(&actions, standardInput, 0) }
    for output: Int32 in [1, 2] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    // Copies with high numbers first: none is overwritten before its turn.
    let copies = sockets.map { fcntl($0, F_DUPFD_CLOEXEC, 200) }
    defer { for copy in copies { close(copy) } }
    for (index, copy) in copies.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, copy, Int32(3 + index))
    }
    // Nothing else of this process: a child would keep connections open that are closed here.
    let first = Int32(3 + copies.count)
    for descriptor in Self.open where descriptor >= first {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    let words = Self.words(arguments)
    let environment = Self.words(variables + Self.environment)
    defer { for word in words + environment { free(word) } }
    var id = pid_t()
    let code = posix_spawnp(&id, arguments[0], &actions, nil, words, environment)
    guard code == 0 else { throw NotStarted(code: code) }
    self.id = id
  }

  /// The descriptors of this process.
  private static var open: [Int32] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return (names ?? []).compactMap { Int32($0) }
  }

  private static var environment: [String] {
    ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
  }

  private static func words(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// The exit status; -1 when a signal ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }

  /// Leaves it to be waited for.
  var hasEnded: Bool {
    var information = siginfo_t()
    return waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) == 0
      && information.si_signo == SIGCHLD
  }

  /// Asks it to end until it does: a signal that comes amid another one may be lost on it.
  func end(by signal: Int32) {
    for attempt in 0..<2000 {
      if attempt % 50 == 0 { kill(id, signal) }
      if waitpid(id, nil, WNOHANG) != 0 { return }
      usleep(10_000)
    }
    end()
  }

  func end() {
    kill(id, SIGKILL)
    _ = wait()
  }
}
