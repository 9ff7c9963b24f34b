import CZlib

/// Unpacks one gzip body as it comes, and knows whether it came to its end: libcurl's own unpacking
/// takes a torn body for a whole one.
final class Unpacker {
  enum Problem: Error {
    case broken
    /// More than the caller takes.
    case tooLarge
  }

  /// zlib holds on to its address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isReady = false
  /// Between two members of a body, and behind the last.
  private var isBetween = false
  private var output = [UInt8](repeating: 0, count: 16 << 10)

  /// Whether all that came was whole; a body of nothing is.
  var isWhole: Bool { !isReady || isBetween }

  init() { stream.initialize(to: z_stream()) }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Gives what `bytes` unpack to, piece by piece; `take` says whether more is wanted.
  func unpack(
    _ bytes: UnsafeRawBufferPointer, _ take: (ArraySlice<UInt8>) -> Bool
  ) throws(Problem) {
    guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    try begin()
    stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    stream.pointee.avail_in = UInt32(bytes.count)
    repeat {
      try step(take)
    } while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
  }

  private func begin() throws(Problem) {
    if isReady { return }
    // 16 more than the largest window: gzip, and nothing else.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, 16 + MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      throw .broken
    }
    isReady = true
  }

  private func step(_ take: (ArraySlice<UInt8>) -> Bool) throws(Problem) {
    // A body may have several members, one behind the other (RFC 1952, section 2.2).
    if isBetween {
      guard stream.pointee.avail_in > 0 else {
        stream.pointee.avail_out = 1
        return
      }
      inflateReset(stream)
      isBetween = false
    }
    let code = output.withUnsafeMutableBufferPointer { output in
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(output.count)
      return inflate(stream, Z_NO_FLUSH)
    }
    guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw .broken }
    isBetween = code == Z_STREAM_END
    let count = output.count - Int(stream.pointee.avail_out)
    if count > 0, !take(output[..<count]) { throw .tooLarge }
  }
}
