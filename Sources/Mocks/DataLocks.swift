import Foundation
import Synchronization

/// Keeps a second process from a set's data. The system gives the locks back when the process ends,
/// however that ends.
final class DataLocks: Sendable {
  struct Taken: Error, CustomStringConvertible {
    /// Such as `pid 4711`.
    let owner: String
    let path: String

    var description: String {
      "another process (\(owner)) works with this data; end it, or name another folder "
        + "(\(path) is locked)"
    }
  }

  private let files = Mutex<[Int32]>([])

  deinit { release() }

  /// - Throws: `Taken`, or the system's error.
  func take(_ path: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      defer { close(file) }
      throw Taken(owner: Self.owner(of: file), path: path)
    }
    Self.sign(file)
    files.withLock { $0.append(file) }
  }

  func release() {
    let files = files.withLock { files in
      defer { files = [] }
      return files
    }
    for file in files { close(file) }
  }

  private static func sign(_ file: Int32) {
    ftruncate(file, 0)
    let text = "pid \(getpid())"
    _ = text.withCString { pwrite(file, $0, strlen($0), 0) }
  }

  private static func owner(of file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
