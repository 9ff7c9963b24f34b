import Glibc

/// The few things that commands do with files; errors are the system's own words.
enum Disk {
  struct Failure: Error, Equatable {
    var path: String
    var reason: String
    var isMissing: Bool
  }

  /// Larger files are not read, in bytes.
  private static let largest = 16 << 20

  static func absolute(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The path without links; as it is where it leads nowhere.
  static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func read(_ path: String) throws(Failure) -> [UInt8] {
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw failure(path) }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: path, reason: "not a regular file", isMissing: false)
    }
    guard info.st_size <= largest else {
      throw Failure(path: path, reason: "larger than 16 MiB", isMissing: false)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw failure(path) }
      bytes += buffer[..<count]
    }
  }

  /// Names in a folder, sorted, without hidden ones.
  static func list(_ path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw failure(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func makeFolder(_ path: String) throws(Failure) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o755) == 0 else {
      let problem = failure(path)
      // Another process may have made it meanwhile; a file in its place is no folder.
      if isFolder(path) { return }
      throw problem
    }
  }

  /// Whole or not at all: the bytes go to a new file that then takes the place of the old one. What
  /// is no regular file, as a pipe, a terminal or a link, stays what it is and is written to.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    if isSpecial(path) { return try write(bytes, into: path, O_WRONLY | O_CREAT | O_TRUNC) }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    let draft = "\(path).\(getpid()).part"
    do throws(Failure) {
      try write(bytes, into: draft, O_WRONLY | O_CREAT | O_TRUNC)
      guard rename(draft, path) == 0 else { throw failure(path) }
    } catch {
      unlink(draft)
      throw Failure(path: path, reason: error.reason, isMissing: error.isMissing)
    }
  }

  private static func write(
    _ bytes: [UInt8], into path: String, _ flags: Int32
  ) throws(Failure) {
    let descriptor = open(path, flags | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let problem = failure(path)
        close(descriptor)
        throw problem
      }
      rest = rest.dropFirst(count)
    }
    guard close(descriptor) == 0 else { throw failure(path) }
  }

  /// Whether something is there that is no regular file.
  private static func isSpecial(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT != S_IFREG
      && info.st_mode & S_IFMT != S_IFDIR
  }

  /// Removes a file, if it is there and is one.
  static func remove(_ path: String) {
    if !isSpecial(path) { unlink(path) }
  }

  /// Points a symbolic link somewhere else in one step.
  static func link(_ path: String, to destination: String) throws(Failure) {
    let draft = "\(path).\(getpid()).part"
    unlink(draft)
    guard symlink(destination, draft) == 0, rename(draft, path) == 0 else {
      let problem = failure(path)
      unlink(draft)
      throw problem
    }
  }

  static func failure(_ path: String) -> Failure {
    let code = errno
    return Failure(
      path: path, reason: String(cString: strerror(code)), isMissing: code == ENOENT)
  }
}
