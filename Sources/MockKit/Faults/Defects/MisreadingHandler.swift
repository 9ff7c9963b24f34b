/// Answers reads of a member's data as the defects want that show themselves; without any, as it is.
struct MisreadingHandler: Handler {
  let inner: any Handler
  let shop: Shop

  /// The same routes.
  static func shown(by routes: [Route], of shop: Shop) -> [Route] {
    routes.map { route in
      guard route.path.hasPrefix("/api/"), !route.path.hasPrefix("/api/staff") else { return route }
      return Route(
        route.method, route.path, MisreadingHandler(inner: route.handler, shop: shop))
    }
  }

  func answer(_ call: Call) async throws -> Reply {
    guard !shop.faults.isEmpty else { return try await inner.answer(call) }
    let reply = try await reply(of: call)
    let member = call.visitor.member ?? ""
    guard call.method == "GET" else {
      shop.relay.memory.pages.removeAll { $0.hasPrefix("cache \(member) ") }
      return reply
    }
    return Misreading(shop: shop, call: call, member: member).misread(reply)
  }

  /// That something is not there is an answer, too.
  private func reply(of call: Call) async throws -> Reply {
    do {
      return try await inner.answer(call)
    } catch let error as any ProblemConvertible where error.problem.status == 404 {
      return error.problem.reply(headers: error.problemHeaders)
    }
  }
}

/// One read, and what it may show instead.
struct Misreading {
  let shop: Shop
  let call: Call
  let member: String

  private var memory: DefectMemory { shop.relay.memory }
  private var type: String { "GET \(call.path)" }
  private var key: String {
    "\(member) \(call.path) \(call.query.sorted { $0.key < $1.key })"
  }

  private func fires(_ kind: FaultKind, _ round: Int? = nil) -> Fault? {
    shop.fires(kind, event: "\(key) \(round ?? 0)", type: type, entity: member)
  }

  func misread(_ reply: Reply) -> Reply {
    var reply = reply
    if !member.isEmpty {
      reply = cached(reply)
      reply = lagging(reply)
      reply = leaked(reply)
    }
    return reply.status == 200 && fires(.int64IDRounding) != nil ? reply.rounded : reply
  }

  private func cached(_ reply: Reply) -> Reply {
    guard reply.status == 200, let fault = fires(.staleCache) else { return reply }
    return memory.pages.change("cache \(key)") { page in
      var known = page ?? RememberedPage()
      defer { page = known }
      return known.cached(reply, for: fault.duration("ttl"))
    }
  }

  private func lagging(_ reply: Reply) -> Reply {
    guard [200, 404].contains(reply.status), let fault = fires(.flicker) else { return reply }
    return memory.pages.change("replica \(key)") { page in
      var known = page ?? RememberedPage()
      defer { page = known }
      return known.lagging(reply, by: fault.duration("lag"))
    }
  }

  private func leaked(_ reply: Reply) -> Reply {
    guard reply.status == 200, call.parameters.isEmpty,
      shop.suffers(.wrongUserLeak)
    else { return reply }
    let round = memory.pages.change("reads \(key)") { page in
      page = page ?? RememberedPage()
      page?.reads += 1
      return page?.reads ?? 0
    }
    let other = memory.pages.change("leak \(call.path)") { page in
      defer { page = RememberedPage(reply: reply, member: member) }
      return page?.member == member ? nil : page?.reply
    }
    guard let other, fires(.wrongUserLeak, round) != nil else { return reply }
    return other
  }
}
