import Foundation

/// One POST over a plain socket, for its status alone.
enum RawPost {
  struct Failure: Error {}

  static func send(_ url: String, json: Data) async throws -> Int {
    guard let parts = URLComponents(string: url), let port = parts.port else { throw Failure() }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure() }
    let head =
      "POST \(parts.path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(json.count)\r\n\r\n"
    let request = Data(head.utf8) + json
    _ = request.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    var answer = [UInt8](repeating: 0, count: 64)
    guard read(descriptor, &answer, answer.count) > 12 else { throw Failure() }
    return Int(String(decoding: answer[9..<12], as: UTF8.self)) ?? 0
  }
}
