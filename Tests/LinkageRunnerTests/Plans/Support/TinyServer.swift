import Foundation
import Glibc
import MockKit
import Synchronization

/// A web server on loopback whose answers are given by a closure; each connection has a thread.
final class TinyServer: Sendable {
  struct Request: Sendable {
    var method: String
    /// Path and query as they stood on the wire.
    var target: String
    /// Names in lower case.
    var headers: [String: String]
    var body: [UInt8]
    var text: String { String(decoding: body, as: UTF8.self) }
    /// When it had arrived, in nanoseconds of the monotonic clock.
    var arrived: Int64
  }

  struct Answer: Sendable {
    var status = 200
    var headers: [String] = []
    var body = "{}"

    static func json(_ body: String, status: Int = 200, headers: [String] = []) -> Answer {
      Answer(status: status, headers: headers, body: body)
    }
  }

  typealias Handler = @Sendable (Request) -> Answer

  let port: UInt16
  private let listener: Int32
  private let handler: Handler
  private let kept = Mutex<[Request]>([])
  private let open = Mutex<Set<Int32>>([])

  init(_ handler: @escaping Handler) throws {
    self.handler = handler
    (listener, port) = try Self.listen()
    detach { [self] in accept() }
  }

  var url: String { "http://127.0.0.1:\(port)" }
  var requests: [Request] { kept.withLock(\.self) }

  func requests(_ target: String) -> [Request] { requests.filter { $0.target == target } }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    open.withLock { for descriptor in $0 { shutdown(descriptor, Int32(SHUT_RDWR)) } }
  }

  private func accept() {
    while true {
      let descriptor = Glibc.accept(listener, nil, nil)
      if descriptor < 0 { break }
      open.withLock { _ = $0.insert(descriptor) }
      detach { [self] in serve(descriptor) }
    }
    close(listener)
  }

  private func serve(_ descriptor: Int32) {
    var buffer: [UInt8] = []
    while let request = Self.read(&buffer, descriptor) {
      kept.withLock { $0.append(request) }
      guard Self.write(handler(request), to: descriptor) else { break }
    }
    open.withLock { _ = $0.remove(descriptor) }
    close(descriptor)
  }

  private func detach(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = 512 * 1024
    thread.start()
  }
}

extension TinyServer {
  struct Failure: Error { var code: Int32 }

  fileprivate static func listen() throws -> (Int32, UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let failed = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) != 0 || Glibc.listen(descriptor, 512) != 0
          || getsockname(descriptor, address, &length) != 0
      }
    }
    if descriptor < 0 || failed { throw Failure(code: errno) }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  /// `nil` at the end of the connection.
  fileprivate static func read(_ buffer: inout [UInt8], _ descriptor: Int32) -> Request? {
    while true {
      if let request = cut(&buffer) { return request }
      var chunk = [UInt8](repeating: 0, count: 65536)
      let count = recv(descriptor, &chunk, chunk.count, 0)
      if count <= 0 { return nil }
      buffer += chunk[..<count]
    }
  }

  private static func cut(_ buffer: inout [UInt8]) -> Request? {
    guard let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(
        line[line.index(after: colon)...].drop { $0 == " " })
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    guard buffer.count >= end.upperBound + length else { return nil }
    let body = Array(buffer[end.upperBound..<(end.upperBound + length)])
    buffer.removeFirst(end.upperBound + length)
    let words = lines[0].split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    return Request(
      method: words[0], target: words[1], headers: headers, body: body, arrived: now)
  }

  private static var now: Int64 { Int64(MonotonicTime.nanoseconds()) }

  fileprivate static func write(_ answer: Answer, to descriptor: Int32) -> Bool {
    let fields = answer.headers.map { $0 + "\r\n" }.joined()
    let bytes = Array(
      """
      HTTP/1.1 \(answer.status) X\r\nContent-Length: \(answer.body.utf8.count)\r\n\(fields)\r
      \(answer.body)
      """.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }
}
