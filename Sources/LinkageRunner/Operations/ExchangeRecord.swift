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
    return Exchange(
      platform: platform.name, method: request.method, url: masker.mask(request.url),
      headers: request.headers.map { mask($0, masker) },
      body: request.body.map { masker.mask(text($0)) }, status: answer?.status,
      answerHeaders: answer?.headers.map { mask($0, masker) } ?? [],
      answer: answer.map { masker.mask(text($0.body)) }, failure: failure,
      sent: exchange.sent, received: exchange.received, phases: exchange.phases)
  }

  private var failure: TransportFailure? {
    if case .failure(let failure) = exchange.result { return failure }
    return nil
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
    // The whole value goes, unless what is secret in it is already gone.
    return HeaderField(
      name: header.name, value: isSecret && value == header.value ? "‹secret›" : value)
  }

  private func text(_ bytes: [UInt8]) -> String {
    guard bytes.count > Self.keptBody else { return String(decoding: bytes, as: UTF8.self) }
    let kept = String(decoding: bytes.prefix(Self.keptBody), as: UTF8.self)
    return kept + "… (\(bytes.count) bytes)"
  }
}
