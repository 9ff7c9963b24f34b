import Foundation

/// A web server in a few lines, for systems that behave as real ones do: on loopback, on a free
/// port, one thread for each connection.
final class SmallServer: Sendable {
  let url: String
  private let listener: Int32

  /// - Parameter answer: is called for each request, also for several at once.
  init(_ answer: @escaping @Sendable (SmallRequest) -> SmallAnswer) throws {
    let (listener, port) = try Self.listen()
    self.listener = listener
    url = "http://127.0.0.1:\(port)"
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        Thread.detachNewThread {
          Self.serve(connection, answer)
          close(connection)
        }
      }
      close(listener)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  struct Failure: Error {}

  private static func listen() throws -> (socket: Int32, port: Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && Glibc.listen(descriptor, 64) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else {
      close(descriptor)
      throw Failure()
    }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Answers request after request until the other side hangs up.
  private static func serve(
    _ connection: Int32, _ answer: @Sendable (SmallRequest) -> SmallAnswer
  ) {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let (request, length) = SmallRequest.first(in: received) {
        received.removeFirst(length)
        guard send(answer(request).bytes, to: connection) else { return }
        continue
      }
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return }
      received.append(contentsOf: buffer[..<count])
    }
  }

  private static func send(_ bytes: Data, to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
