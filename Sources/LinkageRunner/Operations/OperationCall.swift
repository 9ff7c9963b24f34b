import CEL
import LinkageCore
import Values

/// One operation about to be done: everything it needs, and no state of its own, so that many
/// reads of a probe can be under way at once.
///
/// It is a reference and does in synchronous functions what need not wait: thousands of calls may
/// wait for their answers at once, and what an asynchronous function holds is kept for each of them.
final class OperationCall: Sendable {
  let operation: Operation
  let target: Target
  /// What expressions see besides the answer: earlier steps, actors, `with`, `env`, …
  let scope: Scope
  let inputs: ValueMap
  let sessions: [String: PlatformSession]
  let transport: any Transport
  let masker: Masker
  let limits: [String: AddressLimit]
  let conversion: Conversion
  let forms: RunOptions.Forms
  let boundaries: Boundaries
  let traces: TraceContext

  init(
    operation: Operation, target: Target, scope: Scope, inputs: ValueMap,
    sessions: [String: PlatformSession], transport: any Transport, masker: Masker,
    limits: [String: AddressLimit], conversion: Conversion, forms: @escaping RunOptions.Forms,
    boundaries: Boundaries, traces: TraceContext
  ) {
    self.operation = operation
    self.target = target
    self.scope = scope
    self.inputs = inputs
    self.sessions = sessions
    self.transport = transport
    self.masker = masker
    self.limits = limits
    self.conversion = conversion
    self.forms = forms
    self.boundaries = boundaries
    self.traces = traces
  }

  /// Does its requests one after the other; stops at the first that is not `ok`. The secrets in
  /// what came back are known before anybody can write it down.
  func perform() async -> Performed {
    var state = await performAll(Performed(outcome: .ok, trace: traces.next()))
    if let took = state.took { state.roundTrips[operation.platform] = took }
    keepSecrets(of: state)
    return state
  }

  private func performAll(_ begun: Performed) async -> Performed {
    var state = begun
    var lets: [(name: String, value: Value)] = []
    for index in operation.requests.indices {
      do throws(FillFailure) {
        try await perform(index, &state, &lets)
      } catch {
        state.notRunnable = error
      }
      if state.notRunnable != nil || state.outcome != .ok { return state }
    }
    return state
  }

  private func perform(
    _ index: Int, _ state: inout Performed, _ lets: inout [(name: String, value: Value)]
  ) async throws(FillFailure) {
    let builder = try builder(of: index, state, lets)
    guard let request = try await request(by: builder, &state) else { return }
    let exchange = try await exchange(request, by: builder, &state)
    await LongWork.run(if: exchange.isLong) {
      take(exchange, by: builder, &state, &lets)
    }
  }

  @inline(never)
  private func builder(
    of index: Int, _ state: Performed, _ lets: [(name: String, value: Value)]
  ) throws(FillFailure) -> RequestBuilder {
    let template = operation.requests[index]
    guard let platform = target.platforms.first(where: { $0.name == template.platform }) else {
      throw FillFailure(
        problem: "the target has no platform \(template.platform)", place: template.place)
    }
    let scope = self.scope(on: platform, lets: lets, kept: state.session)
    return RequestBuilder(
      template: template, platform: platform,
      filler: Filler(scope: scope, absent: absentInputs), boundaries: boundaries,
      masker: masker)
  }

  @inline(never)
  private func take(
    _ exchange: HTTPExchange, by builder: RequestBuilder, _ state: inout Performed,
    _ lets: inout [(name: String, value: Value)]
  ) {
    switch exchange.result {
    case .failure(let failure):
      state.outcome =
        failure.wasSent ? .unknown(reason: failure, status: nil) : .unreachable(failure)
    case .success(let answer):
      reading(answer, to: exchange, of: builder.template, in: builder.filler.scope)
        .read(into: &state, lets: &lets)
    }
  }

  private func reading(
    _ answer: HTTPAnswer, to exchange: HTTPExchange, of template: RequestTemplate, in scope: Scope
  ) -> AnswerReading {
    AnswerReading(
      template: template, operation: operation, answer: answer,
      took: exchange.received - exchange.sent, scope: scope, conversion: conversion)
  }

  /// What is to be sent; `nil` when it cannot be known, and the outcome is set.
  private func request(
    by builder: RequestBuilder, _ state: inout Performed
  ) async throws(FillFailure) -> HTTPRequest? {
    let request = try builder.request()
    guard case .submission = builder.template.body else { return request }
    return try await submission(after: request, by: builder, &state)
  }

  /// The request that sends a page's form.
  @inline(never)
  private func submission(
    after request: HTTPRequest, by builder: RequestBuilder, _ state: inout Performed
  ) async throws(FillFailure) -> HTTPRequest? {
    guard case .submission(let submission) = builder.template.body else { return nil }
    let filling = FormFilling(submission: submission, builder: builder, forms: forms)
    let page = try await exchange(request, by: builder, &state)
    switch try await filling.request(after: page) {
    case .success(let filled):
      for secret in filled.secrets { masker.add(secret) }
      return filled.request
    case .failure(let problem):
      // A page that sends to the log-in instead of showing its form may say why by name.
      let error = (try? page.result.get()).flatMap {
        reading($0, to: page, of: builder.template, in: builder.filler.scope).error(into: &state)
      }
      state.outcome = error.map { .refused(error: $0) } ?? problem.outcome
      return nil
    }
  }

  /// Sends one request and keeps what is secret in it and in its answer.
  private func exchange(
    _ request: HTTPRequest, by builder: RequestBuilder, _ state: inout Performed
  ) async throws(FillFailure) -> HTTPExchange {
    let request = traced(request, on: builder.platform, state)
    keepSecrets(of: request)
    let exchange = await send(request, by: builder)
    try keep(exchange, to: request, by: builder, &state)
    return exchange
  }

  @inline(never)
  private func keep(
    _ exchange: HTTPExchange, to request: HTTPRequest, by builder: RequestBuilder,
    _ state: inout Performed
  ) throws(FillFailure) {
    state.exchanges.append(
      ExchangeRecord(platform: builder.platform, request: request, exchange: exchange))
    switch exchange.result {
    case .failure(let failure) where failure.kind == .badRequest || failure.kind == .badURL:
      throw FillFailure(problem: failure.detail, place: builder.template.place)
    case .failure: break
    case .success(let answer): keepSecrets(of: answer)
    }
  }

  /// The platform's own systems can be asked what became of it; other hosts are told nothing.
  private func traced(
    _ request: HTTPRequest, on platform: Target.Platform, _ state: Performed
  ) -> HTTPRequest {
    guard platform.isTraced, let trace = state.trace, platform.owns(request.url),
      !request.headers.contains(where: { $0.name.lowercased() == "traceparent" })
    else { return request }
    var request = request
    let parent = trace.parent(ofRequest: state.exchanges.count)
    request.headers.append(HeaderField(name: "traceparent", value: parent))
    return request
  }

  private func send(_ request: HTTPRequest, by builder: RequestBuilder) async -> HTTPExchange {
    guard RedirectChain.isNeeded(for: request) else { return await sendOne(request, by: builder) }
    return await sendChain(request, by: builder)
  }

  @inline(never)
  private func sendChain(
    _ request: HTTPRequest, by builder: RequestBuilder
  ) async -> HTTPExchange {
    await RedirectChain(request: request) { await self.sendOne($0, by: builder) }.exchange()
  }

  private func sendOne(
    _ request: HTTPRequest, by builder: RequestBuilder
  ) async -> HTTPExchange {
    let session = session(for: builder)
    guard let limit = limit(for: builder) else {
      return await transport.send(request, in: session)
    }
    return await limit.send(on: transport) { await transport.send(request, in: session) }
  }

  @inline(never)
  private func session(for builder: RequestBuilder) -> SessionID? {
    sessions[builder.platform.name]?.jar?.current
  }

  @inline(never)
  private func limit(for builder: RequestBuilder) -> AddressLimit? {
    limits[builder.platform.base]
  }

  private func scope(
    on platform: Target.Platform, lets: [(name: String, value: Value)],
    kept: [String: ValueMap]
  ) -> Scope {
    var session = sessions[platform.name]?.values ?? ValueMap()
    for (key, value) in kept[platform.name] ?? ValueMap() { session[key] = value }
    let scope = scope.with("with", .map(inputs)).with("session", .map(session))
      .with("base", .string(platform.base))
    return lets.reduce(scope) { $0.with($1.name, $1.value) }
  }

  private var absentInputs: Set<String> {
    Set(
      operation.inputs.filter { $0.isOptional && inputs[$0.name] == nil }.map { "with.\($0.name)" })
  }

  /// User and password together, as a server may echo them.
  private func keepSecrets(of request: HTTPRequest) {
    for header in request.headers where header.name.lowercased() == "authorization" {
      if header.value.hasPrefix("Basic ") { masker.add(String(header.value.dropFirst(6))) }
    }
  }

  private func keepSecrets(of performed: Performed) {
    for value in performed.secrets { masker.add(value) }
    for (_, value) in performed.session.values.flatMap({ $0 }) { masker.add(value) }
    for (key, value) in performed.output.mapValue ?? ValueMap() {
      let name = key.stringValue ?? ""
      let field = operation.outputs.first { $0.name == name }
      if field?.type == .secret || field == nil && SecretNames.contains(name) {
        masker.add(value)
      }
    }
  }

  private func keepSecrets(of answer: HTTPAnswer) {
    for header in answer.headers where header.name == "set-cookie" {
      SecretNames.secret(inSetCookie: header.value).map(masker.add)
    }
  }
}
