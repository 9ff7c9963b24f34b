import LinkageCore

/// An exchange as the history keeps it, secrets masked.
struct ExchangeRecord {
  var platform: Target.Platform
  var request: HTTPRequest
  var exchange: HTTPExchange

  /// Bodies are kept up to this many bytes.
  static let keptBody = 64 << 10

  func masked(by masker: Masker) -> Exchange {
    let answer = try? exchange.result.get()
    var facts = MaskedFacts(masker: masker, timeout: request.timeout, follow: request.follow)
    let url = facts.take(request.url, as: masker.mask(request.url))
    let headers = request.headers.map { field in
      var shown = mask(field, masker)
      shown.value = facts.take(field.value, as: shown.value)
      return shown
    }
    facts.take(cookie: exchange.cookie)
    facts.take(basic: request.headers)
    let body = request.body.map { facts.take(body: $0, as: kept($0, masker)) }
    return Exchange(
      platform: platform.name, method: request.method, url: url, headers: headers, body: body,
      status: answer?.status,
      answerHeaders: answer?.headers.map { mask($0, masker) } ?? [],
      answer: answer.map { kept($0.body, masker) }, failure: failure(masker),
      sent: exchange.sent, received: exchange.received, phases: exchange.phases,
      wire: exchange.wire, facts: facts.facts)
  }

  var mayHaveSetCookies: Bool {
    guard let answer = try? exchange.result.get() else { return false }
    return request.follow > 0 || answer.headers.contains { $0.name == "set-cookie" }
  }

  private func failure(_ masker: Masker) -> TransportFailure? {
    guard case .failure(let failure) = exchange.result else { return nil }
    return masker.mask(failure)
  }

  private func mask(_ header: HeaderField, _ masker: Masker) -> HeaderField {
    let name = header.name.lowercased()
    if SecretNames.cookieHeaders.contains(name) {
      return HeaderField(name: header.name, value: "‹secret›")
    }
    let isSecret =
      SecretNames.headers.contains(name)
      || platform.sessionHeaders.contains { $0.key.lowercased() == name }
    let value = masker.mask(header.value)
    let shown = masker.mask(header.name)
    // The whole value goes, unless what is secret in it is already gone.
    return HeaderField(
      name: shown, value: isSecret && value == header.value ? "‹secret›" : value)
  }

  private func kept(_ bytes: [UInt8], _ masker: Masker) -> String {
    let kept = masker.mask(String(decoding: bytes, as: UTF8.self), limit: Self.keptBody)
    return kept.isCut ? kept.text + "… (\(bytes.count) bytes)" : kept.text
  }
}
