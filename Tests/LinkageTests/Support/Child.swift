import Glibc
import Synchronization

/// A process that the tests start, through `posix_spawn` itself: Foundation's `Process` has been
/// seen to crash when many threads start one at the same time.
final class Child: Sendable {
  struct Failure: Error { var code: Int32 }

  private let id: pid_t
  private let ended = Mutex<Int32?>(nil)

  init(
    _ command: [String], in folder: String, environment: [String: String], input: String? = nil,
    output: String, errors: String
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let write = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, write, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, write, 0o644)
    // `env -C` changes the folder and becomes the program.
    let command = ["/usr/bin/env", "-C", folder] + command
    id = try Self.spawn(command, environment.map { "\($0)=\($1)" }, &actions)
  }

  private static func spawn(
    _ command: [String], _ environment: [String], _ actions: inout posix_spawn_file_actions_t
  ) throws -> pid_t {
    var id: pid_t = 0
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The thread that starts it may block signals that the child must get.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let code = posix_spawn(&id, command[0], &actions, &attributes, arguments, variables)
    guard code == 0 else { throw Failure(code: code) }
    return id
  }

  /// The exit code, or the signal that ended it; `nil` while it runs.
  var status: Int32? {
    ended.withLock { ended in
      if ended != nil { return ended }
      var status: Int32 = 0
      guard waitpid(id, &status, WNOHANG) == id else { return nil }
      ended = status & 0x7f == 0 ? (status >> 8) & 0xff : status & 0x7f
      return ended
    }
  }

  /// Not after its end was seen: the number may be another's by then.
  func send(_ signal: Int32) {
    ended.withLock { if $0 == nil { _ = kill(id, signal) } }
  }

  deinit {
    send(SIGKILL)
    // Nobody else collects it.
    if status == nil {
      var status: Int32 = 0
      waitpid(id, &status, 0)
    }
  }
}
