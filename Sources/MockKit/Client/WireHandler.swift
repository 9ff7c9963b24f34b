import Foundation
import NIOCore
import NIOHTTP1

/// Writes an exchange as HTTP parts and gathers the answer's parts for it.
final class WireHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundIn = WireExchange
  typealias OutboundOut = HTTPClientRequestPart

  private var promise: EventLoopPromise<WireAnswer>?
  private var head: HTTPResponseHead?
  private var body = ByteBuffer()
  private var longest = 0

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let exchange = unwrapOutboundIn(data)
    self.promise = exchange.promise
    longest = exchange.request.longestAnswer
    context.write(wrapOutboundOut(.head(Self.head(of: exchange))), promise: nil)
    let body = exchange.request.body
    if !body.isEmpty {
      let buffer = context.channel.allocator.buffer(bytes: body)
      context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }
    context.write(wrapOutboundOut(.end(nil)), promise: promise)
  }

  private static func head(of exchange: WireExchange) -> HTTPRequestHead {
    let request = exchange.request
    var headers = HTTPHeaders(request.headers.map { ($0.name, $0.value) })
    if !headers.contains(name: "host") { headers.add(name: "host", value: exchange.authority) }
    if !request.body.isEmpty || request.method != "GET" {
      headers.add(name: "content-length", value: String(request.body.count))
    }
    return HTTPRequestHead(
      version: .http1_1, method: .init(rawValue: request.method), uri: request.target,
      headers: headers)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body(let part): gather(part, context)
    case .end: finish(context)
    }
  }

  /// Whoever answers without end must not fill the memory.
  private func gather(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
    guard promise != nil else { return }
    guard body.readableBytes + part.readableBytes <= longest else {
      body = ByteBuffer()
      fail(.tooLong(limit: longest))
      context.close(promise: nil)
      return
    }
    body.writeImmutableBuffer(part)
  }

  private func finish(_ context: ChannelHandlerContext) {
    guard let head else { return }
    let answer = WireAnswer(
      status: Int(head.status.code), headers: head.headers.map { ($0.name, $0.value) },
      body: Data(body.readableBytesView))
    let waiting = promise
    (promise, self.head, body) = (nil, nil, ByteBuffer())
    if !head.isKeepAlive { context.close(promise: nil) }
    waiting?.succeed(answer)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(.broken("\(error)"))
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(.broken("the connection was closed before the answer was whole"))
    context.fireChannelInactive()
  }

  private func fail(_ error: WireError) {
    promise?.fail(error)
    promise = nil
  }
}
