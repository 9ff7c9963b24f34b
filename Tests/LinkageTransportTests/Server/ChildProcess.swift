import Glibc

/// Another program, found on the path; what it writes is thrown away.
struct ChildProcess: Sendable {
  private let id: pid_t

  struct NotStarted: Error { var code: Int32 }

  init(_ arguments: [String], standardInput: Int32? = nil) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let standardInput { posix_spawn_file_actions_adddup2(&actions, standardInput, 0) }
    for output: Int32 in [1, 2] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var id = pid_t()
    let code = posix_spawnp(&id, arguments[0], &actions, nil, words, environ)
    guard code == 0 else { throw NotStarted(code: code) }
    self.id = id
  }

  /// The exit status; -1 when a signal ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }

  func end() {
    kill(id, SIGKILL)
    _ = wait()
  }
}
