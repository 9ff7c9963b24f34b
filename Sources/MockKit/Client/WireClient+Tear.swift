import Foundation
import NIOCore
import NIOPosix

/// For messages that break off on their way.
extension WireClient {
  /// Sends half of a request over a connection of its own and ends that.
  ///
  /// - Parameter resetting: whether the other end is told by a reset (TCP RST).
  func tear(
    _ request: WireRequest, to base: String, resetting: Bool
  ) async throws(WireError) {
    let host = try WireHost(url: base)
    let bytes = request.bytes(for: host)
    do {
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connectTimeout(.seconds(5)).connect(host: host.name, port: host.port).get()
      let half = ByteBuffer(bytes: bytes.prefix(bytes.count / 2 + 1))
      try await channel.writeAndFlush(half).get()
      if resetting, let socket = channel as? any SocketOptionProvider {
        try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
      }
      try await channel.close().get()
    } catch {
      throw .unreachable("\(host.authority): \(error)")
    }
  }
}

extension WireRequest {
  /// As it goes over the wire.
  fileprivate func bytes(for host: WireHost) -> Data {
    let own = [("host", host.authority), ("content-length", String(body.count))]
    let lines = (headers + own).map { "\($0.name): \($0.value)\r\n" }.joined()
    return Data("\(method) \(target) HTTP/1.1\r\n\(lines)\r\n".utf8) + body
  }
}
