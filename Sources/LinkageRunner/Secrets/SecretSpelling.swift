import LinkageCore
import Values

/// Finds out how secrets that were masked are spelled in the text they stood in.
enum SecretSpelling {
  private typealias Form = (spelling: RequestFacts.Spelling, length: Int)

  /// One for each fingerprint in the masked text, in order.
  static func all(
    in text: String, masked: String, _ masker: Masker
  ) -> [RequestFacts.Spelling] {
    if text == masked { return [] }
    let masked = Array(masked.utf8)[...]
    var rest = Array(text.utf8)[...]
    var place = masked.startIndex
    var found: [RequestFacts.Spelling] = []
    while let mask = nextMask(in: masked[place...]) {
      rest = behind(masked[place..<mask.lowerBound], in: rest)
      let secret = masker.secret(behind: String(decoding: masked[mask], as: UTF8.self))
      let written = secret.flatMap { form(of: $0, at: rest) }
      found.append(written?.spelling ?? .other)
      rest = rest.dropFirst(written?.length ?? 1)
      place = mask.upperBound
    }
    return found
  }

  private static let opening = Array("‹secret ".utf8)
  private static let closing = Array("›".utf8)

  private static func nextMask(in masked: ArraySlice<UInt8>) -> Range<Int>? {
    guard let start = first(opening, in: masked) else { return nil }
    guard let end = first(closing, in: masked[start.upperBound...]) else { return nil }
    return start.lowerBound..<end.upperBound
  }

  /// Where bytes stand among others: every request is searched, and the library's way is slow.
  private static func first(_ bytes: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let opening = bytes.first else { return text.startIndex..<text.startIndex }
    let offset = text.withUnsafeBufferPointer { text in
      var at = 0
      while at + bytes.count <= text.count {
        if text[at] == opening, text[at...].starts(with: bytes) { return at }
        at += 1
      }
      return -1
    }
    if offset < 0 { return nil }
    let start = text.startIndex + offset
    return start..<start + bytes.count
  }

  /// Behind these bytes: at once, or where they come next after a secret spelled in a way unknown
  /// here.
  private static func behind(
    _ bytes: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    if rest.starts(with: bytes) { return rest.dropFirst(bytes.count) }
    guard let range = first(Array(bytes), in: rest) else { return rest }
    return rest[range.upperBound...]
  }

  /// The way of writing that takes the most of the text, the plainest of those alike.
  private static func form(of secret: String, at rest: ArraySlice<UInt8>) -> Form? {
    if secret.utf8.allSatisfy(isPlainEverywhere) {
      return rest.starts(with: secret.utf8) ? (.plain, secret.utf8.count) : nil
    }
    let forms: [(RequestFacts.Spelling, String)] = [
      (.plain, secret), (.percent, PercentEncoding.encode(secret)),
      (.form, String(WebForm.urlEncoded([("", secret)]).dropFirst())),
      (.json, String(Value.string(secret).json().dropFirst().dropLast())),
    ]
    var best: Form?
    for (spelling, text) in forms where rest.starts(with: text.utf8) {
      if text.utf8.count > best?.length ?? 0 { best = (spelling, text.utf8.count) }
    }
    return best
  }

  /// Whether a byte is written as it is in every form.
  private static func isPlainEverywhere(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
