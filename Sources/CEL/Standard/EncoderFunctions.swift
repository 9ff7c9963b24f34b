import Values

/// The `encoders` extension.
enum EncoderFunctions {
  static let all: [StandardFunction] = [
    StandardFunction("base64.encode", [.takes(.bytes, giving: .string)]) {
      (arguments, budget) throws(Problem) in
      guard case .bytes(let bytes) = arguments[0] else { throw .noOverload }
      try budget.build(bytes.count / 3 * 4 + 4)
      return .string(Base64.encode(bytes))
    },
    StandardFunction("base64.decode", [.takes(.string, giving: .bytes)]) {
      (arguments, budget) throws(Problem) in
      guard case .string(let text) = arguments[0] else { throw .noOverload }
      try budget.build(text.utf8.count)
      guard let bytes = Base64.decode(text) else { throw .because(.invalidBase64) }
      return .bytes(bytes)
    },
  ]
}
