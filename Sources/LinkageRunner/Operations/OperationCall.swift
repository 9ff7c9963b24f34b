import CEL
import LinkageCore
import Values

/// One operation about to be done: everything it needs, and no state of its own, so that many
/// reads of a probe can be under way at once.
struct OperationCall: Sendable {
  var operation: Operation
  var target: Target
  /// What expressions see besides the answer: earlier steps, actors, `with`, `env`, …
  var scope: Scope
  var inputs: ValueMap
  var sessions: [String: PlatformSession]
  var transport: any Transport
  var masker: Masker
  var limits: [String: AddressLimit]
  var conversion: Conversion
  var forms: RunOptions.Forms
  var boundaries: Boundaries
  var traces: TraceContext

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
    for request in operation.requests {
      do throws(FillFailure) {
        try await perform(request, &state, &lets)
      } catch {
        state.notRunnable = error
      }
      if state.notRunnable != nil || state.outcome != .ok { return state }
    }
    return state
  }

  private func perform(
    _ template: RequestTemplate, _ state: inout Performed,
    _ lets: inout [(name: String, value: Value)]
  ) async throws(FillFailure) {
    guard let platform = target.platforms.first(where: { $0.name == template.platform }) else {
      throw FillFailure(
        problem: "the target has no platform \(template.platform)", place: template.place)
    }
    let scope = self.scope(on: platform, lets: lets, kept: state.session)
    let builder = RequestBuilder(
      template: template, platform: platform,
      filler: Filler(scope: scope, absent: absentInputs), boundaries: boundaries,
      masker: masker)
    guard let request = try await request(by: builder, &state) else { return }
    let exchange = try await exchange(request, by: builder, &state)
    switch exchange.result {
    case .failure(let failure):
      state.outcome =
        failure.wasSent ? .unknown(reason: failure, status: nil) : .unreachable(failure)
    case .success(let answer):
      reading(answer, to: exchange, of: template, in: scope).read(into: &state, lets: &lets)
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
    guard case .submission(let submission) = builder.template.body else { return request }
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
    let exchange = await send(request, on: builder.platform)
    state.exchanges.append(
      ExchangeRecord(platform: builder.platform, request: request, exchange: exchange))
    switch exchange.result {
    case .failure(let failure) where failure.kind == .badRequest || failure.kind == .badURL:
      throw FillFailure(problem: failure.detail, place: builder.template.place)
    case .failure: break
    case .success(let answer): keepSecrets(of: answer)
    }
    return exchange
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

  private func send(_ request: HTTPRequest, on platform: Target.Platform) async -> HTTPExchange {
    guard RedirectChain.isNeeded(for: request) else { return await sendOne(request, on: platform) }
    return await RedirectChain(request: request) { await sendOne($0, on: platform) }.exchange()
  }

  private func sendOne(
    _ request: HTTPRequest, on platform: Target.Platform
  ) async -> HTTPExchange {
    let session = sessions[platform.name]?.jar?.current
    guard let limit = limits[platform.base] else {
      return await transport.send(request, in: session)
    }
    return await limit.send(on: transport) { await transport.send(request, in: session) }
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
