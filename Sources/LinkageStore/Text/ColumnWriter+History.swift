import LinkageCore
import Values

/// What a history is full of, written without ceremony: as the types' own coding has it, at a tenth
/// of the cost.
extension ColumnWriter {
  func reference(_ step: StepReference) {
    write("{\"case\":")
    number(Int64(step.case))
    write(",\"step\":")
    number(Int64(step.step))
    write("}")
  }

  func place(_ place: Place) {
    write("{\"path\":")
    quote(place.path)
    write(",\"line\":")
    number(Int64(place.line))
    write(",\"column\":")
    number(Int64(place.column))
    write(",\"length\":")
    number(Int64(place.length))
    write("}")
  }

  func exchange(_ exchange: Exchange) {
    write("{\"platform\":")
    quote(exchange.platform)
    write(",\"method\":")
    quote(exchange.method)
    write(",\"url\":")
    quote(exchange.url)
    write(",\"headers\":")
    headers(exchange.headers)
    text(",\"body\":", exchange.body)
    if let status = exchange.status {
      write(",\"status\":")
      number(Int64(status))
    }
    write(",\"answerHeaders\":")
    headers(exchange.answerHeaders)
    text(",\"answer\":", exchange.answer)
    if let failure = exchange.failure { self.failure(failure) }
    write(",\"sent\":")
    number(exchange.sent.nanoseconds)
    write(",\"received\":")
    number(exchange.received.nanoseconds)
    write(",\"phases\":")
    phases(exchange.phases)
    if let wire = exchange.wire { self.wire(wire) }
    if let facts = exchange.facts { self.facts(facts) }
    write("}")
  }

  func condition(_ condition: Condition) {
    write("{")
    if let holds = condition.holds {
      write("\"holds\":")
      bool(holds)
      write(",")
    }
    write("\"parts\":[")
    for (place, part) in condition.parts.enumerated() {
      if place > 0 { write(",") }
      self.part(part)
    }
    write("]")
    text(",\"problem\":", condition.problem)
    write("}")
  }

  private func part(_ part: Condition.Part) {
    write("{\"offset\":")
    number(Int64(part.offset))
    write(",\"length\":")
    number(Int64(part.length))
    write(",\"text\":")
    quote(part.text)
    text(",\"type\":", part.type)
    write(",\"value\":")
    value(part.value)
    text(",\"problem\":", part.problem)
    write("}")
  }

  private func headers(_ headers: [HeaderField]) {
    write("[")
    for (place, header) in headers.enumerated() {
      write(place > 0 ? ",{\"name\":" : "{\"name\":")
      quote(header.name)
      write(",\"value\":")
      quote(header.value)
      write("}")
    }
    write("]")
  }

  private func failure(_ failure: TransportFailure) {
    write(",\"failure\":{\"kind\":")
    quote(failure.kind.rawValue)
    write(",\"wasSent\":")
    bool(failure.wasSent)
    write(",\"detail\":")
    quote(failure.detail)
    if let cause = failure.cause {
      write(",\"cause\":")
      // Texts and numbers alone: writing them does not fail.
      try? encode(cause)
    }
    write("}")
  }

  private func phases(_ phases: Phases) {
    write("{\"name\":")
    number(phases.name)
    write(",\"connect\":")
    number(phases.connect)
    write(",\"tls\":")
    number(phases.tls)
    write(",\"firstByte\":")
    number(phases.firstByte)
    write(",\"total\":")
    number(phases.total)
    write(",\"reused\":")
    bool(phases.reused)
    write("}")
  }

  private func wire(_ wire: Wire) {
    write(",\"wire\":{\"sentBytes\":")
    number(Int64(wire.sentBytes))
    write(",\"receivedBytes\":")
    number(Int64(wire.receivedBytes))
    text(",\"version\":", wire.version)
    text(",\"remote\":", wire.remote)
    write("}")
  }

  private func facts(_ facts: RequestFacts) {
    write(",\"facts\":{\"timeout\":")
    number(facts.timeout.count)
    number(",\"follow\":", facts.follow)
    text(",\"cookie\":", facts.cookie)
    text(",\"basic\":", facts.basic)
    number(",\"cutBody\":", facts.cutBody)
    number(",\"binaryBody\":", facts.binaryBody)
    if let spellings = facts.spellings {
      write(",\"spellings\":[")
      for (place, spelling) in spellings.enumerated() {
        if place > 0 { write(",") }
        quote(spelling.rawValue)
      }
      write("]")
    }
    write("}")
  }

  /// A key and its number; nothing without one.
  private func number(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    write(key)
    self.number(Int64(number))
  }

  /// A key and its text; nothing without one.
  private func text(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    write(key)
    quote(text)
  }
}
