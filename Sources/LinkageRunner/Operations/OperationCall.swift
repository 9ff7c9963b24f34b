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
  /// What expressions see besides the answer: earlier steps, actors, `with`, `env`, …
  let scope: Scope
  let inputs: ValueMap
  let sessions: [String: PlatformSession]
  let transport: any Transport
  let setting: JourneySetting

  init(
    operation: Operation, scope: Scope, inputs: ValueMap, sessions: [String: PlatformSession],
    transport: any Transport, setting: JourneySetting
  ) {
    self.operation = operation
    self.scope = scope
    self.inputs = inputs
    self.sessions = sessions
    self.transport = transport
    self.setting = setting
  }

  private var masker: Masker { setting.masker }

  /// Does its requests one after the other; stops at the first that is not `ok`. The secrets in
  /// what came back are known before anybody can write it down.
  func perform() async -> PerformedCall {
    let course = begun()
    for template in operation.requests {
      guard let builder = begin(template, course) else { break }
      if builder.isSubmission { await submit(by: builder, course) }
      guard course.canBeSent else { break }
      await exchange(by: builder, course)
      if course.isLong { await takeLong(by: builder, course) } else { take(by: builder, course) }
      guard course.goesOn else { break }
    }
    return finish(course)
  }

  /// A request as it goes out. A reference, as two functions wait with it.
  private final class ReadyRequest: Sendable {
    let request: HTTPRequest
    let mayBeRedirected: Bool

    init(_ request: HTTPRequest) {
      self.request = request
      mayBeRedirected = RedirectChain.isNeeded(for: request)
    }
  }

  /// How far a call has come. It never leaves the function that waits, which holds only this.
  private final class Course {
    var state: Performed
    var lets: [(name: String, value: Value)] = []
    /// What is to be sent next.
    var request: HTTPRequest?

    init(trace: TraceContext.Trace) { state = Performed(outcome: .ok, trace: trace) }

    @inline(never) var canBeSent: Bool { request != nil }

    /// Whether the next request may follow.
    @inline(never) var goesOn: Bool { state.notRunnable == nil && state.outcome == .ok }

    @inline(never) var isLong: Bool { state.exchanges.last?.exchange.isLong ?? false }
  }

  @inline(never)
  private func begun() -> Course { Course(trace: setting.traces.next()) }

  @inline(never)
  private func finish(_ course: Course) -> PerformedCall {
    if let took = course.state.took { course.state.roundTrips[operation.platform] = took }
    keepSecrets(of: course.state)
    return PerformedCall(course.state)
  }

  private func builder(of template: RequestTemplate, _ course: Course) -> RequestBuilder? {
    let platforms = setting.scenario.target.platforms
    guard let platform = platforms.first(where: { $0.name == template.platform }) else {
      course.state.notRunnable = FillFailure(
        problem: "the target has no platform \(template.platform)", place: template.place)
      return nil
    }
    let scope = self.scope(on: platform, lets: course.lets, kept: course.state.session)
    return RequestBuilder(
      template: template, platform: platform,
      filler: Filler(scope: scope, absent: absentInputs), boundaries: setting.boundaries,
      masker: masker)
  }

  /// Understands the last answer.
  @inline(never)
  private func take(by builder: RequestBuilder, _ course: Course) {
    guard course.state.notRunnable == nil, let exchange = course.state.exchanges.last?.exchange
    else { return }
    switch exchange.result {
    case .failure(let failure):
      course.state.outcome =
        failure.wasSent ? .unknown(reason: failure, status: nil) : .unreachable(failure)
    case .success(let answer):
      reading(answer, to: exchange, of: builder.template, in: builder.filler.scope)
        .read(into: &course.state, lets: &course.lets)
    }
  }

  @inline(never)
  private func takeLong(by builder: RequestBuilder, _ course: Course) async {
    await LongWork.run { take(by: builder, course) }
  }

  private func reading(
    _ answer: HTTPAnswer, to exchange: HTTPExchange, of template: RequestTemplate, in scope: Scope
  ) -> AnswerReading {
    AnswerReading(
      template: template, operation: operation, answer: answer,
      took: exchange.received - exchange.sent, scope: scope, conversion: setting.conversion)
  }

  /// Makes the request; `nil` when it cannot be made, and the course says why.
  @inline(never)
  private func begin(_ template: RequestTemplate, _ course: Course) -> RequestBuilder? {
    guard let builder = builder(of: template, course) else { return nil }
    do throws(FillFailure) {
      course.request = try builder.request()
    } catch {
      course.state.notRunnable = error
      return nil
    }
    return builder
  }

  /// From the page of a submission, which is sent for first, to the request with its form.
  @inline(never)
  private func submit(by builder: RequestBuilder, _ course: Course) async {
    guard case .submission(let submission) = builder.template.body else { return }
    await exchange(by: builder, course)
    course.request = nil
    guard course.state.notRunnable == nil, let page = course.state.exchanges.last?.exchange else {
      return
    }
    let filling = FormFilling(
      submission: submission, builder: builder, forms: setting.options.forms)
    do throws(FillFailure) {
      course.request = take(try await filling.request(after: page), of: page, by: builder, course)
    } catch {
      course.state.notRunnable = error
    }
  }

  private func take(
    _ result: Result<FormFilling.Filled, FormFilling.Problem>, of page: HTTPExchange,
    by builder: RequestBuilder, _ course: Course
  ) -> HTTPRequest? {
    switch result {
    case .success(let filled):
      for secret in filled.secrets { masker.add(secret) }
      return filled.request
    case .failure(let problem):
      // A page that sends to the log-in instead of showing its form may say why by name.
      let error = (try? page.result.get()).flatMap {
        reading($0, to: page, of: builder.template, in: builder.filler.scope)
          .error(into: &course.state)
      }
      course.state.outcome = error.map { .refused(error: $0) } ?? problem.outcome
      return nil
    }
  }

  /// Sends one request and keeps what is secret in it and in its answer.
  @inline(never)
  private func exchange(by builder: RequestBuilder, _ course: Course) async {
    guard let ready = ready(course, on: builder.platform) else { return }
    let exchange =
      ready.mayBeRedirected
      ? await sendChain(ready, by: builder) : await sendOne(ready, by: builder)
    keep(exchange, to: ready, by: builder, course)
  }

  @inline(never)
  private func ready(_ course: Course, on platform: Target.Platform) -> ReadyRequest? {
    guard let request = course.request else { return nil }
    keepSecrets(of: request)
    return ReadyRequest(traced(request, on: platform, course.state))
  }

  @inline(never)
  private func keep(
    _ exchange: HTTPExchange, to ready: ReadyRequest, by builder: RequestBuilder, _ course: Course
  ) {
    let record = ExchangeRecord(
      platform: builder.platform, request: ready.request, exchange: exchange)
    course.state.exchanges.append(record)
    if record.mayHaveSetCookies { sessions[builder.platform.name]?.jar?.change() }
    switch exchange.result {
    case .failure(let failure) where failure.kind == .badRequest || failure.kind == .badURL:
      course.state.notRunnable = FillFailure(
        problem: failure.detail, place: builder.template.place)
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

  @inline(never)
  private func sendChain(
    _ ready: ReadyRequest, by builder: RequestBuilder
  ) async -> HTTPExchange {
    let chain = RedirectChain(request: ready.request) {
      await self.sendOne(ReadyRequest($0), by: builder)
    }
    return await chain.exchange()
  }

  private func sendOne(
    _ ready: ReadyRequest, by builder: RequestBuilder
  ) async -> HTTPExchange {
    if let limit = limit(for: builder) { return await send(ready, by: builder, within: limit) }
    return await transport.send(ready.request, in: session(for: builder))
  }

  @inline(never)
  private func send(
    _ ready: ReadyRequest, by builder: RequestBuilder, within limit: AddressLimit
  ) async -> HTTPExchange {
    await limit.send(on: transport) {
      await transport.send(ready.request, in: session(for: builder))
    }
  }

  @inline(never)
  private func session(for builder: RequestBuilder) -> SessionID? {
    sessions[builder.platform.name]?.jar?.current
  }

  private func limit(for builder: RequestBuilder) -> AddressLimit? {
    setting.limits[builder.platform.base]
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
