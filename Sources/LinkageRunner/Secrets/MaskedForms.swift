/// All forms of all secrets, found in one pass over a text.
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
      guard let form = form(in: bytes, at: at) else {
        at += 1
        continue
      }
      result += bytes[copied..<at]
      result += form.mask
      at += form.text.count
      copied = at
    }
    return copied == 0 ? nil : result + bytes[copied...]
  }

  private func form(in bytes: [UInt8], at position: Int) -> Form? {
    let candidates = byFirst[Int(bytes[position])]
    if candidates.isEmpty { return nil }
    return candidates.first { form in
      position + form.text.count <= bytes.count
        && bytes[position..<(position + form.text.count)].elementsEqual(form.text)
    }
  }
}
