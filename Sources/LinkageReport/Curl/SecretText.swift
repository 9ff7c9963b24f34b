import LinkageCore

/// A text of a stored run, taken apart at the signs that stand for its secrets.
struct SecretText: Equatable {
  enum Piece: Equatable {
    case text(String)
    case secret(Secret)
  }

  struct Secret: Equatable, Hashable {
    /// `nil` where the run kept nothing of it.
    var fingerprint: String?
    var spelling = RequestFacts.Spelling.plain
  }

  var pieces: [Piece]

  /// A text without secrets, or one that is shown with them.
  init(_ text: some StringProtocol) { pieces = text.isEmpty ? [] : [.text(String(text))] }

  init(pieces: [Piece]) { self.pieces = pieces }

  /// - Parameter spellings: one for each fingerprint in the text, taken from the front.
  init(masked text: String, _ spellings: inout ArraySlice<RequestFacts.Spelling>) {
    pieces = []
    var rest = text[...]
    while let (range, fingerprint) = Self.next(in: rest) {
      add(rest[..<range.lowerBound])
      var secret = Secret(fingerprint: fingerprint)
      if fingerprint != nil { secret.spelling = spellings.popFirst() ?? .plain }
      pieces.append(.secret(secret))
      rest = rest[range.upperBound...]
    }
    add(rest)
  }

  var isEmpty: Bool { pieces.isEmpty }

  var hasSecrets: Bool {
    pieces.contains { if case .secret = $0 { true } else { false } }
  }

  /// What stands around the secrets.
  var plain: String {
    pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  static func + (one: SecretText, other: SecretText) -> SecretText {
    guard case .text(let end)? = one.pieces.last, case .text(let start)? = other.pieces.first
    else { return SecretText(pieces: one.pieces + other.pieces) }
    return SecretText(
      pieces: one.pieces.dropLast() + [.text(end + start)] + other.pieces.dropFirst())
  }

  private mutating func add(_ text: Substring) {
    if !text.isEmpty { pieces.append(.text(String(text))) }
  }

  /// `‹secret›`, or `‹secret 1a2b3c4d›` with its fingerprint.
  private static var sign: Regex<(Substring, Substring?)> {
    #/‹secret(?: ([0-9a-f]+))?›/#.matchingSemantics(.unicodeScalar)
  }

  private static func next(
    in text: Substring
  ) -> (range: Range<String.Index>, fingerprint: String?)? {
    guard let match = text.firstMatch(of: sign) else { return nil }
    return (match.range, match.output.1.map(String.init))
  }
}
