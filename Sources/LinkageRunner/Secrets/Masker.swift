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
    var byMask: [String: String] = [:]
  }

  private let known = Mutex(Known())
  private let fingerprint: @Sendable (String) -> String

  init(fingerprint: @escaping @Sendable (String) -> String) { self.fingerprint = fingerprint }

  func add(_ secret: String) {
    guard secret.utf8.count >= 4 else { return }
    known.withLock { known in
      guard known.secrets.insert(secret).inserted else { return }
      let text = "‹secret \(fingerprint(secret))›"
      let mask = Array(text.utf8)
      known.byMask[text] = secret
      for form in SecretForms.all(of: secret) { known.forms.add(form, mask: mask) }
    }
  }

  /// Every string inside a value is a secret.
  func add(_ value: Value) {
    switch value {
    case .string(let text): add(text)
    case .list(let values): for value in values { add(value) }
    case .map(let map): for entry in map { add(entry.value) }
    case .int, .uint, .double: add(value.json())
    default: break
    }
  }

  /// What stands under names such as `password`, at any depth.
  func addSecrets(in value: Value, under name: String = "") {
    switch value {
    case .list(let values): for value in values { addSecrets(in: value, under: name) }
    case .map(let map):
      for (key, value) in map { addSecrets(in: value, under: key.stringValue ?? "") }
    default: if SecretNames.isKept(name) { add(value) }
    }
  }

  /// What a mask stands for.
  func secret(behind mask: String) -> String? { known.withLock { $0.byMask[mask] } }

  func mask(_ text: String) -> String {
    let forms = known.withLock(\.forms)
    guard !forms.isEmpty, let masked = forms.replaced(in: Array(text.utf8)) else { return text }
    return String(decoding: masked, as: UTF8.self)
  }

  func mask(_ failure: TransportFailure) -> TransportFailure {
    TransportFailure(
      kind: failure.kind, wasSent: failure.wasSent, detail: mask(failure.detail))
  }

  func mask(_ broken: BrokenPromise) -> BrokenPromise {
    BrokenPromise(field: broken.field, detail: mask(broken.detail))
  }

  func mask(_ reason: StepEnd.Reason) -> StepEnd.Reason {
    switch reason {
    case .notRunnable(let problem, let place): .notRunnable(problem: mask(problem), place: place)
    case .skipped(.missingReference(let problem)): .skipped(.missingReference(mask(problem)))
    default: reason
    }
  }

  func mask(_ outcome: Outcome) -> Outcome {
    switch outcome {
    case .ok, .refused: outcome
    case .unknown(let failure, let status): .unknown(reason: failure.map(mask), status: status)
    case .unexpected(let status, let detail):
      .unexpected(status: status, detail: detail.map(mask))
    case .unreachable(let failure): .unreachable(mask(failure))
    }
  }

  func mask(_ value: Value) -> Value {
    switch value {
    case .string(let text): .string(mask(text))
    case .list(let values): .list(values.map(mask))
    case .map(let map): .map(ValueMap(map.map { (mask($0.key), mask($0.value)) }))
    case .int, .uint, .double, .bytes: maskedText(of: value)
    default: value
    }
  }

  /// Of numbers their digits, of bytes their base64.
  private func maskedText(of value: Value) -> Value {
    let text = value.bytesValue.map(Base64.encode) ?? value.json()
    let masked = mask(text)
    return masked == text ? value : .string(masked)
  }
}
