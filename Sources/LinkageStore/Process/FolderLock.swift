import Glibc

/// Keeps two programs from setting up one file at the same time.
///
/// The folder is locked and not the file: closing a second descriptor of a file takes SQLite's
/// own locks away. Where the folder cannot be locked, SQLite's errors have to do.
struct FolderLock {
  private let descriptor: Int32

  init(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { flock(descriptor, LOCK_EX) }
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}
