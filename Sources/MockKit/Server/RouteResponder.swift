import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Turns Hummingbird's requests into calls, and replies into its responses.
struct RouteResponder {
  let routes: [Route]
  let fallback: any Handler
  let forBrowsers: Bool
  let isSecure: Bool
  let journal: ServerJournal?
  /// In bytes.
  let bodyLimit: Int

  func build() -> some HTTPResponder<BasicRequestContext> {
    let router = Router(
      context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    if forBrowsers {
      router.add(middleware: CrossOrigin.middleware)
      router.add(middleware: CrossOrigin.Exposure())
    }
    router.add(middleware: Fallback(handler: fallback, responder: self))
    for route in routes {
      let method = HTTPRequest.Method(rawValue: route.method.rawValue) ?? .get
      router.on(RouterPath(route.path), method: method) { request, context in
        try await respond(to: request, context, with: route.handler)
      }
    }
    return router.buildResponder()
  }

  /// Catches what the router says where it finds no route.
  private struct Fallback: RouterMiddleware {
    let handler: any Handler
    let responder: RouteResponder

    func handle(
      _ request: Request, context: BasicRequestContext,
      next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
      do {
        return try await next(request, context)
      } catch let error as HTTPError where error.status == .notFound {
        return try await responder.respond(to: request, context, with: handler)
      }
    }
  }

  /// - Returns: nothing where it is larger than is taken.
  private func body(of request: Request) async throws -> ByteBuffer? {
    do {
      return try await request.body.collect(upTo: bodyLimit)
    } catch is NIOTooManyBytesError {
      return nil
    } catch let error as HTTPError where error.status == .contentTooLarge {
      return nil
    }
  }

  private var tooLarge: Reply {
    Problem(
      413, "body-too-large", "The body is too large",
      detail: "Expected a body of up to \(bodyLimit) bytes, found more."
    ).reply(headers: [Reply.Header("Connection", "close")])
  }

  private func respond(
    to request: Request, _ context: BasicRequestContext, with handler: any Handler
  ) async throws -> Response {
    guard let buffer = try await body(of: request) else { return Response(tooLarge) }
    let call = Call(request, parameters: context.parameters, body: Data(buffer.readableBytesView))
    let journal = ServerJournal.leavesOut(call) ? nil : journal
    let began = MonotonicTime.nanoseconds()
    journal?.begin()
    let plain = await reply(to: call, context, with: handler)
    let reply = isSecure ? plain.overTLS : plain
    journal?.end(call, reply, took: MonotonicTime.nanoseconds() - began)
    return Response(reply)
  }

  private func reply(
    to call: Call, _ context: BasicRequestContext, with handler: any Handler
  ) async -> Reply {
    do {
      return try await handler.reply(to: call)
    } catch {
      context.logger.error("\(call.method) \(call.path) failed: \(error)")
      let detail = "The mock could not answer: \(error)."
      return Problem(500, "internal", "Internal error", detail: detail).reply()
    }
  }
}

extension Call {
  fileprivate init(_ request: Request, parameters: Parameters, body: Data) {
    var headers = request.head.authority.map { ["host": $0] } ?? [:]
    for field in request.headers {
      headers[field.name.canonicalName, default: ""] +=
        headers[field.name.canonicalName] == nil ? field.value : ", \(field.value)"
    }
    let query = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
    self.init(
      method: request.method.rawValue, path: request.uri.path,
      target: request.head.path,
      query: Dictionary(query, uniquingKeysWith: { first, _ in first }), headers: headers,
      parameters: Dictionary(
        parameters.map { (String($0.key), $0.value.removingPercentEncoding ?? String($0.value)) },
        uniquingKeysWith: { $1 }),
      body: body, trace: Traceparent(headers["traceparent"]))
  }
}

extension Response {
  fileprivate init(_ reply: Reply) {
    var fields = HTTPFields()
    if let type = reply.contentType { fields[.contentType] = type }
    for header in reply.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      fields.append(HTTPField(name: name, value: header.value))
    }
    self.init(status: .init(code: reply.status), headers: fields, body: .init(reply))
  }
}

extension ResponseBody {
  fileprivate init(_ reply: Reply) {
    if let stream = reply.stream {
      self.init { writer in
        for await piece in stream.pieces() { try await writer.write(ByteBuffer(bytes: piece)) }
        try await writer.finish(nil)
      }
    } else {
      self = reply.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: reply.body))
    }
  }
}
