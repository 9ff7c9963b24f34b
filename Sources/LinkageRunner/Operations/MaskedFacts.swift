import LinkageCore
import Values

/// Gathers what a request was sent with besides its headers and body, secrets masked.
struct MaskedFacts {
  private let masker: Masker
  private(set) var facts: RequestFacts
  private var spellings: [RequestFacts.Spelling] = []

  init(masker: Masker, timeout: Nanoseconds, follow: Int) {
    self.masker = masker
    facts = RequestFacts(timeout: timeout, follow: follow > 0 ? follow : nil)
  }

  /// Remembers how the secrets in a text are spelled, and gives back the masked text.
  mutating func take(_ text: String, as masked: String) -> String {
    let found = SecretSpelling.all(in: text, masked: masked, masker)
    guard !found.isEmpty else { return masked }
    spellings += found
    facts.spellings = spellings.allSatisfy { $0 == .plain } ? nil : spellings
    return masked
  }

  /// The values are secret, whatever is in them.
  mutating func take(cookie: String?) {
    guard let cookie else { return }
    let pairs = cookie.split(separator: "; ", omittingEmptySubsequences: false)
    facts.cookie = pairs.map { pair in
      guard let equals = pair.firstIndex(of: "=") else { return "‹secret›" }
      let value = String(pair[pair.index(after: equals)...])
      return take(String(pair[..<equals])) + "=" + hidden(value)
    }.joined(separator: "; ")
  }

  /// User and password are worth more than their base64.
  mutating func take(basic headers: [HeaderField]) {
    let fields = headers.filter { $0.name.lowercased() == "authorization" }
    guard fields.count == 1, fields[0].value.hasPrefix("Basic "),
      let bytes = Base64.decode(String(fields[0].value.dropFirst(6))),
      let pair = String(validating: bytes, as: UTF8.self),
      let colon = pair.firstIndex(of: ":")
    else { return }
    let password = String(pair[pair.index(after: colon)...])
    facts.basic = take(String(pair[..<colon])) + ":" + hidden(password)
  }

  private mutating func take(_ text: String) -> String { take(text, as: masker.mask(text)) }

  /// A secret of which at most the fingerprint is shown.
  private mutating func hidden(_ text: String) -> String {
    let masked = masker.mask(text)
    return masked == text && !text.isEmpty ? "‹secret›" : take(text, as: masked)
  }

  mutating func take(body: [UInt8], as kept: String) -> String {
    if body.count > ExchangeRecord.keptBody, kept.hasSuffix("… (\(body.count) bytes)") {
      facts.cutBody = body.count
    } else if kept.utf8.contains(0xEF), String(validating: body, as: UTF8.self) == nil {
      // A byte that is no text became U+FFFD, which begins with this one.
      facts.binaryBody = body.count
      return kept
    }
    // Where nothing was masked, nothing is spelled.
    guard kept.utf8.contains(0xE2) else { return kept }
    return take(String(decoding: body, as: UTF8.self), as: kept)
  }
}
