import Glibc

extension Disk {
  /// Opens an empty file that only its owner may read, whoever could read it before.
  static func openPrivate(_ path: String) throws(Failure) -> Int32 {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    var info = stat()
    guard fstat(descriptor, &info) == 0,
      info.st_mode & S_IFMT != S_IFREG
        || fchmod(descriptor, 0o600) == 0 && ftruncate(descriptor, 0) == 0
    else {
      let problem = failure(path)
      close(descriptor)
      throw problem
    }
    return descriptor
  }

  /// Writes all of it, or says why not.
  static func append(_ text: String, to descriptor: Int32) -> Failure? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return failure("") }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
