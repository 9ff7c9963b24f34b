/// All forms of all secrets, found in one pass over a text however it spells their characters.
struct MaskedForms: Sendable {
  private struct Form: Sendable {
    var text: [UInt8]
    var mask: [UInt8]
  }

  /// By first byte; longest first, so that no form is cut by a shorter one inside it.
  private var byFirst: [[Form]] = Array(repeating: [], count: 256)
  private(set) var isEmpty = true

  mutating func add(_ text: [UInt8], mask: [UInt8]) {
    guard let first = text.first else { return }
    isEmpty = false
    byFirst[Int(first)].append(Form(text: text, mask: mask))
    byFirst[Int(first)].sort { $0.text.count > $1.text.count }
  }

  /// `nil` when no form stands in it.
  func replaced(in bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    var at = 0
    while at < bytes.count {
      guard let (form, end) = found(in: bytes, at: at) else {
        at += 1
        continue
      }
      result += bytes[copied..<at]
      result += form.mask
      at = end
      copied = at
    }
    return copied == 0 ? nil : result + bytes[copied...]
  }

  /// The form that begins there and reaches farthest.
  private func found(in bytes: [UInt8], at place: Int) -> (Form, end: Int)? {
    var best: (Form, end: Int)?
    var firsts = [bytes[place]]
    for reading in SpelledByte.readings(in: bytes, at: place) {
      guard let first = reading.bytes.first, !firsts.contains(first) else { continue }
      firsts.append(first)
    }
    for form in firsts.lazy.flatMap({ byFirst[Int($0)] }) {
      guard let end = Self.end(of: form.text, in: bytes, at: place) else { continue }
      if end > best?.end ?? 0 { best = (form, end) }
    }
    return best
  }

  private static func end(of form: [UInt8], in bytes: [UInt8], at place: Int) -> Int? {
    for preference in Preference.allCases {
      var attempt = Attempt(at: place)
      if attempt.matches(form, bytes, preference) { return attempt.at }
      if !attempt.hadChoice { return nil }
    }
    return nil
  }
}

/// Which of several readings is tried: each way takes linear time.
private enum Preference: CaseIterable {
  case plain, shortest, longest
}

/// One way to read a text as a form.
private struct Attempt {
  var at: Int
  private(set) var hadChoice = false

  init(at: Int) { self.at = at }

  mutating func matches(
    _ form: [UInt8], _ bytes: [UInt8], _ preference: Preference
  ) -> Bool {
    var matched = 0
    while matched < form.count {
      guard at < bytes.count, let (count, length) = step(form[matched...], bytes, preference)
      else { return isCut(after: matched, bytes) }
      matched += count
      at += length
    }
    return true
  }

  /// How many bytes of the form and of the text agree there.
  private mutating func step(
    _ form: ArraySlice<UInt8>, _ bytes: [UInt8], _ preference: Preference
  ) -> (count: Int, length: Int)? {
    let isPlain = bytes[at] == form.first
    guard SpelledByte.mayBegin(with: bytes[at]) else { return isPlain ? (1, 1) : nil }
    hadChoice = true
    if isPlain, preference == .plain { return (1, 1) }
    let readings = SpelledByte.readings(in: bytes, at: at).filter { form.starts(with: $0.bytes) }
    guard let reading = preference == .longest ? readings.last : readings.first else {
      return isPlain ? (1, 1) : nil
    }
    return (reading.bytes.count, reading.length)
  }

  /// Messages cut long values: what is left of a secret is its beginning and an ellipsis.
  private func isCut(after matched: Int, _ bytes: [UInt8]) -> Bool {
    guard matched >= 4, at < bytes.count else { return false }
    return bytes[at...].starts(with: "…".utf8) || bytes[at...].starts(with: "...".utf8)
  }
}
