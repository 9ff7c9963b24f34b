import LinkageCore
import Synchronization
import Values

/// Replaces every secret it knows by a fingerprint, also inside other text and encoded.
///
/// Secrets shorter than four characters are left alone: replacing them would garble everything.
final class Masker: Sendable {
  private struct Known {
    var forms: [(text: [UInt8], mask: String)] = []
    var secrets: Set<String> = []
  }

  private let known = Mutex(Known())
  private let fingerprint: @Sendable (String) -> String

  init(fingerprint: @escaping @Sendable (String) -> String) { self.fingerprint = fingerprint }

  func add(_ secret: String) {
    guard secret.utf8.count >= 4 else { return }
    known.withLock { known in
      guard known.secrets.insert(secret).inserted else { return }
      let mask = "‹secret \(fingerprint(secret))›"
      for form in SecretForms.all(of: secret) { known.forms.append((form, mask)) }
      // Longest first, so that no form is cut by a shorter one inside it.
      known.forms.sort { $0.text.count > $1.text.count }
    }
  }

  /// Every string inside a value is a secret.
  func add(_ value: Value) {
    switch value {
    case .string(let text): add(text)
    case .list(let values): values.forEach(add)
    case .map(let map): for entry in map { add(entry.value) }
    case .int(let number): add(String(number))
    default: break
    }
  }

  func mask(_ text: String) -> String {
    let forms = known.withLock(\.forms)
    guard !forms.isEmpty else { return text }
    var bytes = Array(text.utf8)
    var changed = false
    for form in forms {
      changed = Bytes.replace(form.text, by: Array(form.mask.utf8), in: &bytes) || changed
    }
    return changed ? String(decoding: bytes, as: UTF8.self) : text
  }

  func mask(_ value: Value) -> Value {
    switch value {
    case .string(let text): .string(mask(text))
    case .list(let values): .list(values.map(mask))
    case .map(let map): .map(ValueMap(map.map { ($0.key, mask($0.value)) }))
    case .int(let number): maskedNumber(number)
    default: value
    }
  }

  private func maskedNumber(_ number: Int64) -> Value {
    let text = String(number)
    let masked = mask(text)
    return masked == text ? .int(number) : .string(masked)
  }
}

/// Searching and replacing in UTF-8 without Foundation.
enum Bytes {
  /// Whether anything was replaced.
  static func replace(_ old: [UInt8], by new: [UInt8], in bytes: inout [UInt8]) -> Bool {
    guard let head = old.first, bytes.count >= old.count else { return false }
    var result: [UInt8] = []
    var copied = 0
    var at = 0
    while at + old.count <= bytes.count {
      if bytes[at] == head, bytes[at..<(at + old.count)].elementsEqual(old) {
        result += bytes[copied..<at]
        result += new
        at += old.count
        copied = at
      } else {
        at += 1
      }
    }
    guard copied > 0 else { return false }
    bytes = result + bytes[copied...]
    return true
  }
}
