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
    let words = Self.words(arguments)
    let environment = Self.words(variables + Self.environment)
    defer { for word in words + environment { free(word) } }
    var id = pid_t()
    let code = posix_spawnp(&id, arguments[0], &actions, nil, words, environment)
    guard code == 0 else { throw NotStarted(code: code) }
    self.id = id
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

  /// Asks it to end, and waits until it has.
  func end(by signal: Int32) {
    kill(id, signal)
    _ = wait()
  }

  func end() {
    kill(id, SIGKILL)
    _ = wait()
  }
}
