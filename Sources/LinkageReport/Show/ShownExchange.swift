import LinkageCore
import Values

/// One request and its answer, line by line, as `curl -v` marks them.
struct ShownExchange {
  let exchange: Exchange
  /// When its case began.
  let start: Instant?
  let language: Language
  let style: Style

  var lines: [String] { request + answer + facts }

  private var words: any ShowWords { language.showWords }

  private var request: [String] {
    let opening = VisibleText.line("\(exchange.method) \(exchange.url)")
    let note = after(exchange.sent).map { words.sent(exchange.platform, $0) }
    var lines = [style.paint(opening, .strong) + aside(note)]
    var headers = exchange.headers
    if let cookie = exchange.facts?.cookie {
      headers.removeAll { $0.name.lowercased() == "cookie" }
      headers.append(HeaderField(name: "Cookie", value: cookie))
    }
    lines += headers.map(text)
    if let count = exchange.facts?.binaryBody {
      lines += ["", words.binaryBody(count)]
    } else {
      lines += body(exchange.body)
      if let count = exchange.facts?.cutBody { lines.append(words.cutBody(count)) }
    }
    return marked(lines, ">")
  }

  private var answer: [String] {
    let opening: String
    if let failure = exchange.failure {
      let detail = failure.detail.isEmpty ? "" : language.detailWords.text(failure.detail)
      let told = language.outcomeWords.failure(failure)
      let colon = language.messageWords.colon
      opening = style.paint(
        VisibleText.line(detail.isEmpty || told.contains(detail) ? told : told + colon + detail),
        .failure)
    } else {
      opening = style.paint(exchange.status.map(String.init) ?? "", .strong)
    }
    let note = after(exchange.received).map(words.received)
    return marked(
      [opening + aside(note)] + exchange.answerHeaders.map(text) + body(exchange.answer), "<")
  }

  /// How long it took and what went over the wire.
  private var facts: [String] {
    let phases = exchange.phases
    var times: [(ShownPhase, Int64)] = []
    if !phases.reused {
      times += [(.name, phases.name), (.connect, phases.connect)]
      if phases.tls > 0 { times.append((.tls, phases.tls)) }
    }
    times += [(.firstByte, phases.firstByte), (.total, phases.total)]
    let known = phases == .zero ? [] : times
    var lines = known.isEmpty ? [] : [labelled(.times, known.map(time))]
    if let wire = exchange.wire, wire.version != nil || wire.remote != nil || wire.sentBytes > 0 {
      let version = wire.version.map { ["HTTP/\($0)"] } ?? []
      lines.append(
        labelled(
          .wire,
          version + [
            words.connection(wire.remote, reused: phases.reused),
            words.bytes(sent: wire.sentBytes, received: wire.receivedBytes),
          ]))
    }
    return lines
  }

  private func time(_ phase: ShownPhase, _ microseconds: Int64) -> String {
    words.time(phase, DurationText.text(.microseconds(microseconds)))
  }

  private func labelled(_ label: ShowLabel, _ parts: [String]) -> String {
    let message = language.messageWords
    return style.paint(
      "  " + words.label(label) + message.colon
        + VisibleText.line(parts.joined(separator: message.comma)), .quiet)
  }

  private func after(_ moment: Instant) -> String? {
    start.map { DurationText.text(moment - $0) }
  }

  private func aside(_ note: String?) -> String {
    note.map {
      style.paint(language.messageWords.bracketed(VisibleText.line($0)), .quiet)
    } ?? ""
  }

  private func text(_ field: HeaderField) -> String {
    VisibleText.line("\(field.name): \(field.value)")
  }

  /// JSON with its parts on lines of their own, anything else as it came.
  private func body(_ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let shown = (try? Value(json: text)).map { $0.json(pretty: true) } ?? text
    // By scalars: a carriage return and a line feed are one character.
    let scalars = shown.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = scalars.map { line in
      VisibleText.expanded(Substring(line.last == "\r" ? line.dropLast() : line))
    }
    return [""] + (lines.last == "" ? lines.dropLast() : lines)
  }

  private func marked(_ lines: [String], _ sign: String) -> [String] {
    lines.map { $0.isEmpty ? style.paint(sign, .mark) : style.paint(sign, .mark) + " " + $0 }
  }
}
