import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// One keep-alive connection, used by one exchange at a time.
struct WireConnection: Sendable {
  private let channel: any Channel
  private let host: WireHost

  static func open(to host: WireHost, timeout: Duration) async throws(WireError) -> WireConnection {
    do {
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connectTimeout(TimeAmount(timeout))
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            if host.isSecure { try WireSecurity.secure(channel, to: host.name) }
            try channel.pipeline.syncOperations.addHTTPClientHandlers()
            try channel.pipeline.syncOperations.addHandler(WireHandler())
          }
        }
        .connect(host: host.name, port: host.port).get()
      return WireConnection(channel: channel, host: host)
    } catch {
      throw .unreachable("\(host.authority): \(reason(error))")
    }
  }

  /// What the system says, without what NIO wraps around it.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
      error.connectionErrors.first.map { reason($0.error) } ?? "no such host"
    case let error as IOError: String(cString: strerror(error.errnoCode))
    default: "\(error)"
    }
  }

  var isOpen: Bool { channel.isActive }

  func send(_ request: WireRequest, timeout: Duration) async throws(WireError) -> WireAnswer {
    let promise = channel.eventLoop.makePromise(of: WireAnswer.self)
    let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(timeout)) {
      promise.fail(WireError.timedOut(after: timeout))
    }
    let exchange = WireExchange(request: request, authority: host.authority, promise: promise)
    channel.writeAndFlush(exchange).cascadeFailure(to: promise)
    do {
      defer { deadline.cancel() }
      return try await withTaskCancellationHandler {
        try await promise.futureResult.get()
      } onCancel: {
        if request.isAbandonedOnCancel { channel.close(promise: nil) }
      }
    } catch {
      channel.close(promise: nil)
      throw error as? WireError ?? .broken("\(error)")
    }
  }

  func close() {
    channel.close(promise: nil)
  }
}

/// A request on its way through the pipeline, with whom to tell.
struct WireExchange: Sendable {
  let request: WireRequest
  let authority: String
  let promise: EventLoopPromise<WireAnswer>
}
