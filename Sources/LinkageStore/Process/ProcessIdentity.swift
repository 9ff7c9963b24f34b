import Foundation

/// Names one process of one machine's one uptime: a number alone is given out again.
struct ProcessIdentity: Sendable, Equatable {
  var pid: Int64
  /// Clock ticks between boot and the process's start.
  var start: Int64
  var boot: String

  static var current: ProcessIdentity {
    let pid = Int64(ProcessInfo.processInfo.processIdentifier)
    return ProcessIdentity(pid: pid, start: start(of: pid) ?? 0, boot: bootID)
  }

  /// Whether this process runs on this machine now.
  var isAlive: Bool { boot == Self.bootID && Self.start(of: pid) == start }

  private static var bootID: String { text(of: "/proc/sys/kernel/random/boot_id") ?? "" }

  /// Field 22 of `/proc/PID/stat`; the second is a name in parentheses that may hold anything.
  private static func start(of pid: Int64) -> Int64? {
    guard let stat = text(of: "/proc/\(pid)/stat"), let end = stat.lastIndex(of: ")") else {
      return nil
    }
    let fields = stat[end...].split(separator: " ")
    return fields.count > 20 ? Int64(fields[20]) : nil
  }

  private static func text(of path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
