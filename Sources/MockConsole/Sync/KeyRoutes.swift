import MockKit

/// Changing the link's key while it works: a new one is put beside the old one, which is retired once
/// everybody has the new one.
struct KeyRoutes: Sendable {
  private struct RotateBody: Decodable {
    let secret: String?
  }

  struct Keys: Encodable {
    /// The first 4 bytes of the SHA-256 of each key that is in use, newest first.
    let keys: [String]
    /// The new key, for those who take part with a server of their own.
    var secret: String?
    var retired: [String]?
  }

  let parts: ConsoleParts

  var all: [Route] {
    [
      .admin(.post, "/sync/keys/rotate") { call in
        let secret = try secret(in: call)
        parts.keys.rotate(to: secret)
        return try .json(Keys(keys: prints, secret: secret.text), status: 201)
      },
      .admin(.post, "/sync/keys/retire") { _ in
        let retired = parts.keys.retire().map(\.fingerprint)
        return try .json(Keys(keys: prints, retired: retired))
      },
    ]
  }

  private var prints: [String] { parts.keys.all.map(\.fingerprint) }

  private func secret(in call: Call) throws -> LinkSecret {
    guard !call.body.isEmpty, let text = try call.decode(RotateBody.self).secret else {
      return .random()
    }
    guard let secret = LinkSecret(text) else {
      throw InvalidRequest(field: "secret", reason: .outside("\"whsec_\" followed by base64"))
    }
    return secret
  }
}
