import Values

/// Hides the environment's secrets in what is printed.
struct SecretMask {
  static let sign = "‹secret›"

  /// Messages may cut a value short; so much of a secret's beginning is enough to hide it.
  private static let beginning = 8

  /// As they are and as JSON writes them, longest first, so that none hides a part of another.
  private let secrets: [String]

  init(of world: World) {
    let secrets = Secrets.all(of: world).values.filter { $0.utf8.count >= 4 }
    let quoted = secrets.map { String(Value.string($0).json().dropFirst().dropLast()) }
    self.secrets = Set(secrets + quoted).sorted { ($0.count, $0) > ($1.count, $1) }
  }

  func text(_ text: String) -> String { secrets.reduce(text, Self.hide) }

  private static func hide(in text: String, _ secret: String) -> String {
    let opening = secret.prefix(beginning)
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: opening) {
      let matching = zip(rest[found.lowerBound...], secret).prefix { $0 == $1 }.count
      result += rest[..<found.lowerBound] + sign
      rest = rest[found.lowerBound...].dropFirst(matching)
    }
    return result + rest
  }

  /// The same value with every string in it masked, and bytes that hold a secret told as a string.
  func value(_ value: Value) -> Value {
    if secrets.isEmpty { return value }
    switch value {
    case .string(let string): return .string(text(string))
    case .bytes(let bytes): return isSecret(bytes) ? .string(Self.sign) : value
    case .list(let list): return .list(list.map(self.value))
    case .map(let map):
      return .map(ValueMap(map.map { (self.value($0.key), self.value($0.value)) }))
    default: return value
    }
  }

  private func isSecret(_ bytes: [UInt8]) -> Bool {
    secrets.contains { String(decoding: bytes, as: UTF8.self).contains($0) }
  }
}
