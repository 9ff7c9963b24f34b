import Foundation
import Glibc

/// Tells when a file was written or put in the place of another one. Nothing is looked at meanwhile:
/// the system says so (inotify).
final class FileWatcher: Sendable {
  private let end: Int32

  /// - Returns: nothing where the system watches no more files.
  init?(_ path: String, changed: @escaping @Sendable () -> Void) {
    let events = inotify_init1(Int32(IN_CLOEXEC))
    guard events >= 0 else { return nil }
    let url = URL(filePath: path)
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)
    // The folder, because editors write another file and rename it.
    let folder = url.deletingLastPathComponent().path
    var ends: [Int32] = [0, 0]
    guard inotify_add_watch(events, folder, mask) >= 0, pipe(&ends) == 0 else {
      close(events)
      return nil
    }
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    end = ends[1]
    let (name, wake) = (url.lastPathComponent, ends[0])
    // It blocks, so it may not be a thread that others need.
    Thread.detachNewThread {
      while let names = Self.next(events, until: wake) {
        if names.contains(name) { changed() }
      }
      close(events)
      close(wake)
    }
  }

  func stop() { close(end) }

  /// - Returns: the names that something happened to; nothing once `end` is closed.
  private static func next(_ events: Int32, until end: Int32) -> [String]? {
    var waited = [
      pollfd(fd: events, events: Int16(POLLIN), revents: 0),
      pollfd(fd: end, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waited, 2, -1) >= 0 || errno == EINTR else { return nil }
    guard waited[1].revents == 0 else { return nil }
    guard waited[0].revents != 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(events, &buffer, buffer.count)
    return count > 0 ? names(in: buffer[..<count]) : nil
  }

  /// Each entry: 4 bytes of descriptor, mask, cookie and length, then the name, filled up with zeros.
  private static func names(in bytes: ArraySlice<UInt8>) -> [String] {
    var (rest, names) = (bytes, [String]())
    while rest.count >= 16 {
      let head = Array(rest.prefix(16))
      let length = Int(head.withUnsafeBytes { $0.load(fromByteOffset: 12, as: UInt32.self) })
      let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
      names.append(String(decoding: name, as: UTF8.self))
      rest = rest.dropFirst(16 + length)
    }
    return names
  }
}
