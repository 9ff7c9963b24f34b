import LinkageCore
import Synchronization
import Values

/// Replaces every secret it knows by a fingerprint, also inside other text and encoded.
///
/// Secrets shorter than four characters are left alone: replacing them would garble everything.
final class Masker: Sendable {
  private struct Known {
    var forms = MaskedForms()
    var secrets: Set<String> = []
  }

  private let known = Mutex(Known())
  private let fingerprint: @Sendable (String) -> String

  init(fingerprint: @escaping @Sendable (String) -> String) { self.fingerprint = fingerprint }

  func add(_ secret: String) {
    guard secret.utf8.count >= 4 else { return }
    known.withLock { known in
      guard known.secrets.insert(secret).inserted else { return }
      let mask = Array("‹secret \(fingerprint(secret))›".utf8)
      for form in SecretForms.all(of: secret) { known.forms.add(form, mask: mask) }
    }
  }

  /// Every string inside a value is a secret.
  func add(_ value: Value) {
    switch value {
    case .string(let text): add(text)
    case .list(let values): for value in values { add(value) }
    case .map(let map): for entry in map { add(entry.value) }
    case .int(let number): add(String(number))
    default: break
    }
  }

  func mask(_ text: String) -> String {
    let forms = known.withLock(\.forms)
    guard !forms.isEmpty, let masked = forms.replaced(in: Array(text.utf8)) else { return text }
    return String(decoding: masked, as: UTF8.self)
  }

  func mask(_ value: Value) -> Value {
    switch value {
    case .string(let text): .string(mask(text))
    case .list(let values): .list(values.map(mask))
    case .map(let map): .map(ValueMap(map.map { (mask($0.key), mask($0.value)) }))
    case .int, .uint, .double: maskedNumber(value)
    default: value
    }
  }

  private func maskedNumber(_ number: Value) -> Value {
    let text = number.json()
    let masked = mask(text)
    return masked == text ? number : .string(masked)
  }
}
