import CBundle

/// The files that the binary carries: the bundled suite and the data of the mocks.
enum BundledFiles {
  /// What stands before the path of a bundled file in messages.
  static let prefix = "bundled:"

  /// Their paths in the repository, sorted.
  static var paths: [String] { files.map { String(cString: $0.path) } }

  static func bytes(_ path: String) -> [UInt8]? {
    files.first { String(cString: $0.path) == path }.map {
      Array(UnsafeBufferPointer(start: $0.bytes, count: Int($0.size)))
    }
  }

  static func text(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  private static var files: [bundled_file] {
    (0..<bundled_file_count()).compactMap { bundled_file_at($0)?.pointee }
  }
}
