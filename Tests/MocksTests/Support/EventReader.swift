import Foundation
import NIOCore
import NIOPosix

/// Reads server-sent events from a socket.
enum EventReader {
  struct Event: Sendable {
    let id: Int
    let data: String
  }

  /// - Parameter meanwhile: done once the stream has begun.
  static func read(
    _ url: URL, after last: Int, count: Int, meanwhile: @Sendable () async throws -> Void
  ) async throws -> [Event] {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: url.host() ?? "", port: url.port ?? 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      let head =
        "GET \(url.path())?\(url.query() ?? "") HTTP/1.1\r\nHost: \(url.host() ?? ""):\(url.port ?? 0)\r\n"
        + "Last-Event-ID: \(last)\r\n\r\n"
      try await outbound.write(ByteBuffer(string: head))
      var (text, isFirst) = ("", true)
      for try await part in inbound {
        text += String(buffer: part)
        if isFirst, text.contains(": the journal") {
          isFirst = false
          try await meanwhile()
        }
        if events(in: text).count >= count { break }
      }
      return events(in: text)
    }
  }

  private static func events(in text: String) -> [Event] {
    let lines = text.split(whereSeparator: \.isNewline)
    let ids = lines.filter { $0.hasPrefix("id: ") }.compactMap { Int($0.dropFirst(4)) }
    let data = lines.filter { $0.hasPrefix("data: ") }.map { String($0.dropFirst(6)) }
    return zip(ids, data).map(Event.init)
  }
}
