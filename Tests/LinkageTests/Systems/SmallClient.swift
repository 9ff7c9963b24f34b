import Foundation

/// What a small server asks of another one.
enum SmallClient {
  /// The object that a GET answers with; `nil` for anything else.
  static func get(_ url: String) -> [String: Any]? {
    guard let parts = URLComponents(string: url), let port = parts.port else { return nil }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return nil }
    let head =
      "GET \(parts.path)?\(parts.percentEncodedQuery ?? "") HTTP/1.1\r\nHost: 127.0.0.1\r\n"
      + "Connection: close\r\n\r\n"
    _ = Data(head.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      answer.append(contentsOf: buffer[..<count])
    }
    guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    return try? JSONSerialization.jsonObject(with: answer[end.upperBound...]) as? [String: Any]
  }
}
