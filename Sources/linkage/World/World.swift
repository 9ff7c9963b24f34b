import Glibc
import LinkageCore

/// All of the process's surroundings: what a command gets from outside comes through here, so
/// that it can run inside a test with none of it real.
struct World: Sendable {
  var arguments: [String]
  var environment: [String: String]
  /// Paths that are not absolute start here.
  var folder: String
  /// Writes to standard output.
  var output: @Sendable (String) -> Void
  /// Writes to standard error.
  var errors: @Sendable (String) -> Void
  /// Reads at most so many bytes from standard input, waiting for the first; none at its end.
  var input: @Sendable (_ count: Int) -> [UInt8]
  /// Whether somebody types what standard input gives.
  var isInputTerminal: Bool
  /// Whether somebody looks at standard error as it is written.
  var isTerminal: Bool
  /// Whether standard output is a terminal and not a file or another program.
  var isOutputTerminal: Bool
  /// Columns of the terminal.
  var width: Int
  /// The calendar's time in milliseconds since 1970, UTC.
  var wallMilliseconds: @Sendable () -> Int64
  /// A number nobody foresees.
  var randomSeed: @Sendable () -> UInt64

  /// The language of the environment: what `LC_ALL`, `LC_MESSAGES` or `LANG` begins with.
  static func language(of environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }
}

extension World {
  /// The real surroundings of this process.
  static var real: World {
    World(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: environment(),
      folder: currentFolder(), output: { write($0, to: STDOUT_FILENO) },
      errors: { write($0, to: STDERR_FILENO) }, input: read,
      isInputTerminal: isatty(STDIN_FILENO) == 1, isTerminal: isatty(STDERR_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      width: terminalWidth(), wallMilliseconds: wallMilliseconds,
      randomSeed: { UInt64.random(in: 1...0xffff_ffff) })
  }

  private static func environment() -> [String: String] {
    var result: [String: String] = [:]
    var pointer = environ
    while let entry = pointer.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        result[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      pointer += 1
    }
    return result
  }

  private static func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  private static func terminalWidth() -> Int {
    for descriptor in [STDERR_FILENO, STDOUT_FILENO] {
      var size = winsize()
      guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { continue }
      return Int(size.ws_col)
    }
    return 80
  }

  private static func wallMilliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func read(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let length = Glibc.read(STDIN_FILENO, &bytes, count)
      if length >= 0 { return Array(bytes.prefix(length)) }
      guard errno == EINTR else { return [] }
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
