/// All forms of all secrets, found in one pass over a text however it spells their characters.
///
/// Everybody who runs a journey has some, so they lie close together.
struct MaskedForms: Sendable {
  private struct Form: Sendable {
    /// Where it stands among `bytes`.
    var start: Int32
    var count: Int32
    /// Which of `masks` takes its place.
    var mask: Int32
  }

  private var bytes: [UInt8] = []
  private var masks: [[UInt8]] = []
  /// Longest first, so that no form is cut by a shorter one inside it.
  private var forms: [Form] = []
  private var beginnings = FormBeginnings()

  var isEmpty: Bool { forms.isEmpty }

  /// - Parameter texts: of at least four bytes each.
  mutating func add(_ texts: [[UInt8]], mask: [UInt8]) {
    masks.append(mask)
    for text in texts where text.count >= FormBeginnings.length {
      beginnings.add(text)
      forms.append(
        Form(start: Int32(bytes.count), count: Int32(text.count), mask: Int32(masks.count - 1)))
      bytes += text
    }
    forms.sort { ($0.count, $1.start) > ($1.count, $0.start) }
  }

  /// `nil` when no form stands in it.
  ///
  /// - Parameter limit: how many bytes of the result are wanted. One that has more is longer; what
  ///   stands behind the limit may be missing and is not masked.
  func replaced(in text: UnsafeBufferPointer<UInt8>, limit: Int = .max) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    var at = 0
    while let place = beginnings.next(in: text, from: at), result.count + place - copied < limit {
      guard let (form, end) = found(in: text, at: place) else {
        at = place + 1
        continue
      }
      result += text[copied..<place]
      result += masks[Int(form.mask)]
      at = end
      copied = end
    }
    if copied == 0 { return nil }
    result += text[copied...].prefix(limit == .max ? .max : max(limit + 1 - result.count, 0))
    return result
  }

  /// The form that begins there and reaches farthest.
  private func found(
    in text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (Form, end: Int)? {
    var best: (Form, end: Int)?
    take(text[place], in: text, at: place, &best)
    guard SpelledByte.mayBegin(with: text[place]) else { return best }
    var firsts = [text[place]]
    for reading in SpelledByte.readings(in: text, at: place) {
      guard let first = reading.bytes.first, !firsts.contains(first) else { continue }
      firsts.append(first)
      take(first, in: text, at: place, &best)
    }
    return best
  }

  /// Looks at the forms whose first byte is that.
  private func take(
    _ first: UInt8, in text: UnsafeBufferPointer<UInt8>, at place: Int,
    _ best: inout (Form, end: Int)?
  ) {
    for form in forms where bytes[Int(form.start)] == first {
      guard let end = end(of: form, in: text, at: place) else { continue }
      if end > best?.end ?? 0 { best = (form, end) }
    }
  }

  private func end(
    of form: Form, in text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Int? {
    let form = bytes[Int(form.start)..<Int(form.start + form.count)]
    for preference in Preference.allCases {
      var attempt = Attempt(at: place)
      if attempt.matches(form, text, preference) { return attempt.at }
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
    _ form: ArraySlice<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ preference: Preference
  ) -> Bool {
    var rest = form
    while !rest.isEmpty {
      guard at < text.count, let (count, length) = step(rest, text, preference)
      else { return isCut(after: form.count - rest.count, text) }
      rest.removeFirst(count)
      at += length
    }
    return true
  }

  /// How many bytes of the form and of the text agree there.
  private mutating func step(
    _ form: ArraySlice<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ preference: Preference
  ) -> (count: Int, length: Int)? {
    let isPlain = text[at] == form.first
    guard SpelledByte.mayBegin(with: text[at]) else { return isPlain ? (1, 1) : nil }
    hadChoice = true
    if isPlain, preference == .plain { return (1, 1) }
    let readings = SpelledByte.readings(in: text, at: at).filter { form.starts(with: $0.bytes) }
    guard let reading = preference == .longest ? readings.last : readings.first else {
      return isPlain ? (1, 1) : nil
    }
    return (reading.bytes.count, reading.length)
  }

  /// Messages cut long values: what is left of a secret is its beginning and an ellipsis.
  private func isCut(after matched: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard matched >= FormBeginnings.length, at < text.count else { return false }
    return text[at...].starts(with: "…".utf8) || text[at...].starts(with: "...".utf8)
  }
}
