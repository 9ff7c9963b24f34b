#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads small files.
enum FileBytes {
  private static let sizeLimit = 1 << 20

  /// All bytes of a file; nil when it cannot be read or is larger than 1 MiB.
  static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= sizeLimit {
      let count = fill(file, &buffer)
      if count == 0 { return bytes }
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
    return nil
  }

  private static func fill(_ file: Int32, _ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Glibc)
        Glibc.read(file, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        Musl.read(file, bytes.baseAddress, bytes.count)
      #else
        Darwin.read(file, bytes.baseAddress, bytes.count)
      #endif
    }
  }
}
