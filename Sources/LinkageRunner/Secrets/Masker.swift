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

  /// One that knows what another knows now; what either learns later stays its own.
  init(knowing other: Masker) {
    fingerprint = other.fingerprint
    let known = other.known.withLock(\.self)
    self.known.withLock { $0 = known }
  }

  func add(_ secret: String) {
    guard secret.utf8.count >= FormBeginnings.length else { return }
    known.withLock { known in
      guard known.secrets.insert(secret).inserted else { return }
      known.forms.add(SecretForms.all(of: secret), mask: Array(self.text(for: secret).utf8))
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

  private func text(for secret: String) -> String { "‹secret \(fingerprint(secret))›" }

  /// What a mask stands for. Seldom asked, so nothing is kept for it.
  func secret(behind mask: String) -> String? {
    known.withLock(\.secrets).first { text(for: $0) == mask }
  }

  func mask(_ text: String) -> String { masked(text, known.withLock(\.forms)) ?? text }

  /// The beginning of a text: masked first and cut then, so that no half of a secret is left at the
  /// cut.
  ///
  /// - Parameter limit: in bytes.
  /// - Returns: the text; and whether it was cut.
  func mask(_ text: String, limit: Int) -> (text: String, isCut: Bool) {
    var text = text
    let forms = known.withLock(\.forms)
    return text.withUTF8 { bytes in
      if let masked = forms.replaced(in: bytes, limit: limit) { return Self.cut(masked, limit) }
      return Self.cut(bytes, limit)
    }
  }

  private static func cut(_ bytes: some Collection<UInt8>, _ limit: Int) -> (String, Bool) {
    (String(decoding: bytes.prefix(limit), as: UTF8.self), bytes.count > limit)
  }

  func mask(_ failure: TransportFailure) -> TransportFailure {
    TransportFailure(
      kind: failure.kind, wasSent: failure.wasSent, detail: mask(failure.detail),
      cause: failure.cause)
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
    let forms = known.withLock(\.forms)
    return forms.isEmpty ? value : masked(value, forms) ?? value
  }

  /// `nil` where there is nothing to mask, so that what is not secret is not copied.
  private func masked(_ text: String, _ forms: MaskedForms) -> String? {
    var text = text
    return text.withUTF8 { forms.replaced(in: $0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func masked(_ value: Value, _ forms: MaskedForms) -> Value? {
    switch value {
    case .string(let text): masked(text, forms).map { .string($0) }
    case .list(let values): masked(values, forms).map { .list($0) }
    case .map(let map): masked(map, forms).map { .map($0) }
    // Of numbers their digits, of bytes their base64.
    case .int(let number): masked(String(number), forms).map { .string($0) }
    case .uint, .double: masked(value.json(), forms).map { .string($0) }
    case .bytes(let bytes): masked(Base64.encode(bytes), forms).map { .string($0) }
    default: nil
    }
  }

  private func masked(_ values: [Value], _ forms: MaskedForms) -> [Value]? {
    var result: [Value]?
    for (place, value) in values.enumerated() {
      guard let masked = masked(value, forms) else { continue }
      result = result ?? values
      result?[place] = masked
    }
    return result
  }

  private func masked(_ map: ValueMap, _ forms: MaskedForms) -> ValueMap? {
    let pairs = map.map { (masked($0.key, forms), masked($0.value, forms)) }
    guard pairs.contains(where: { $0.0 != nil || $0.1 != nil }) else { return nil }
    return ValueMap(zip(map, pairs).map { ($1.0 ?? $0.key, $1.1 ?? $0.value) })
  }
}
