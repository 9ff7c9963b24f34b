import CEL
import Crypto
import Values

/// Digests, as signatures of requests want them: in lower-case hex, and the bytes for what encodes them
/// otherwise.
enum HashFunctions {
  static let all = [
    digest("sha1") { hex(Insecure.SHA1.hash(data: $0)) },
    digest("sha256") { hex(SHA256.hash(data: $0)) },
    code("hmac") { .string(hex($0)) },
    code("hmacBytes") { .bytes($0) },
  ]

  /// `hmac(key, text)`: HMAC-SHA256.
  private static func code(
    _ name: String, _ body: @escaping @Sendable ([UInt8]) -> Value
  ) -> HostFunction {
    HostFunction(name: name, arity: 2) { (arguments: [Value]) throws(HostError) -> Value in
      let key = SymmetricKey(data: try bytes(arguments[0]))
      let text = try bytes(arguments[1])
      return body(Array(HMAC<SHA256>.authenticationCode(for: text, using: key)))
    }
  }

  private static func digest(
    _ name: String, _ body: @escaping @Sendable ([UInt8]) -> String
  ) -> HostFunction {
    HostFunction(name: name, arity: 1) { (arguments: [Value]) throws(HostError) -> Value in
      .string(body(try bytes(arguments[0])))
    }
  }

  private static func bytes(_ value: Value) throws(HostError) -> [UInt8] {
    switch value {
    case .string(let text): return Array(text.utf8)
    case .bytes(let bytes): return bytes
    default:
      throw HostError(
        code: "type", message: "takes a string or bytes, not \(value.typeName)",
        chinese: "需要 string 或 bytes，而不是 \(value.typeName)")
    }
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
