import Foundation

/// Finds the process that listens on a port, by way of Linux's `/proc`.
enum PortOwner {
  /// `name (pid N)`, or nothing where it is another user's or there is no `/proc`.
  static func find(port: Int) -> String? {
    let sockets = inodes(listeningOn: port)
    guard !sockets.isEmpty else { return nil }
    return processes().first { owns($0, anyOf: sockets) }.map(title)
  }

  private static func inodes(listeningOn port: Int) -> Set<String> {
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"]
    let lines = tables.flatMap { text(of: $0).split(separator: "\n").dropFirst() }
    return Set(lines.compactMap { inode(of: $0, listeningOn: port) })
  }

  /// Columns of the table: 1 is the local address, 3 the state (0A is LISTEN), 9 the inode.
  private static func inode(of line: Substring, listeningOn port: Int) -> String? {
    let columns = line.split(separator: " ")
    guard columns.count > 9, columns[3] == "0A",
      let hex = columns[1].split(separator: ":").last, Int(hex, radix: 16) == port
    else { return nil }
    return "socket:[\(columns[9])]"
  }

  private static func processes() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }
  }

  private static func owns(_ process: String, anyOf sockets: Set<String>) -> Bool {
    let folder = "/proc/\(process)/fd"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.contains { file in
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(file)")
      return target.map { sockets.contains($0) } ?? false
    }
  }

  private static func title(_ process: String) -> String {
    let name = text(of: "/proc/\(process)/comm").trimmingCharacters(in: .whitespacesAndNewlines)
    return "\(name.isEmpty ? "a process" : name) (pid \(process))"
  }

  /// Reads to the end piece by piece: these files say that they are empty, and Foundation's own
  /// reading stops after the first few kilobytes of them.
  private static func text(of path: String) -> String {
    guard let file = FileHandle(forReadingAtPath: path) else { return "" }
    defer { try? file.close() }
    var bytes = Data()
    while let piece = try? file.read(upToCount: 65_536), !piece.isEmpty { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }
}
