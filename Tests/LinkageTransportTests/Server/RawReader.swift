import Glibc

/// Cuts requests out of what a connection sends; bodies by `Content-Length`.
struct RawReader {
  private let descriptor: Int32
  private let connection: Int
  private var buffer: [UInt8] = []
  private var count = 0
  private let limit: Int?

  init(descriptor: Int32, connection: Int, limit: Int? = nil) {
    self.descriptor = descriptor
    self.connection = connection
    self.limit = limit
  }

  /// `nil` at the end of the connection.
  mutating func next() -> RawRequest? {
    while true {
      if let limit, buffer.count >= limit { return count == 0 ? torn() : nil }
      if let request = cut() { return request }
      var chunk = [UInt8](repeating: 0, count: limit.map { $0 - buffer.count } ?? 65_536)
      let received = recv(descriptor, &chunk, chunk.count, 0)
      if received <= 0 { return nil }
      buffer.append(contentsOf: chunk[..<received])
    }
  }

  /// What came of a request that is not whole.
  private mutating func torn() -> RawRequest {
    count = 1
    let lines = String(decoding: buffer, as: UTF8.self).split(separator: "\r\n").map(String.init)
    return RawRequest(connection: connection, number: 1, lines: lines, body: [])
  }

  private mutating func cut() -> RawRequest? {
    guard let end = headEnd else { return nil }
    let lines = String(decoding: buffer[..<(end - 4)], as: UTF8.self)
      .split(separator: "\r\n").map(String.init)
    var request = RawRequest(connection: connection, number: count + 1, lines: lines, body: [])
    let length = request.values("content-length").first.flatMap { Int($0) } ?? 0
    guard buffer.count >= end + length else { return nil }
    request.body = Array(buffer[end..<(end + length)])
    buffer.removeFirst(end + length)
    count += 1
    return request
  }

  private var headEnd: Int? {
    guard buffer.count >= 4 else { return nil }
    let mark: [UInt8] = [13, 10, 13, 10]
    for start in 0...(buffer.count - 4) where Array(buffer[start..<(start + 4)]) == mark {
      return start + 4
    }
    return nil
  }
}
