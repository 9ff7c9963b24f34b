import Foundation
import Testing

/// What is told before anything is sent.
@Suite("Secrets in messages")
struct SecretsInMessagesTests {
  private static let secret = "plan+ted/Sécret key 4711"

  private static let environment = [
    "LINKAGE_SECRET_KEY": secret, "LINKAGE_SECRET_BASE": "ht!tp://\(secret)",
    "LINKAGE_SECRET_NUMBER": "73194502", "LINKAGE_SECRET_PASS": "Planted-Pa55word",
  ]

  private func stage(base: String, step: String = "as: alice, on: web, get: /") throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      target: messages
      platforms: { web: { base: "\(base)" } }
      operations:
        web.order: { post: "/${secret.KEY}", query: { k: "${secret.KEY}" }, errors: { no: "http.text == secret.KEY" } }
      """, to: "suite/targets/messages.yaml")
    try folder.write(
      """
      scenario: told
      title: "Told ${row.key}"
      matrix: [ { key: "${secret.KEY}" }, { key: "${secret.NUMBER}" } ]
      actors: { alice: { phone: "13912345678", key: "${secret.KEY}" } }
      steps:
        - { \(step) }
      """, to: "suite/told.yaml")
    return folder
  }

  /// Everything that a mistake can quote.
  static let mistakes = [
    ("${secret.BASE}", "as: alice, on: web, get: /", Int32(2)),
    ("http://127.0.0.1:1/${secret.PASS}/x", "as: alice, on: web, get: /", 4),
    ("http://shop:${secret.PASS}@127.0.0.1:1", "as: alice, on: web, get: /", 4),
    ("http://127.0.0.1:1", "do: web.order, as: alice, fails: \"${row.key}\"", 2),
    ("http://127.0.0.1:1", "do: \"web.${row.key}\", as: alice", 2),
    ("http://127.0.0.1:1", "on: \"${row.key}\", get: /", 2),
    ("http://127.0.0.1:1", "as: alice, on: web, get: \"${secret.KEY}\"", 4),
    ("http://127.0.0.1:1", "as: alice, on: web, get: /, timeout: \"${secret.KEY}\"", 2),
    ("http://127.0.0.1:1", "as: alice, on: web, get: \"/${int(secret.KEY)}\"", 4),
    (
      "http://127.0.0.1:1",
      "as: alice, on: web, get: /, expect: [ \"int(secret.KEY) == secret.KEYS\" ]", 2
    ),
    ("http://127.0.0.1:1", "use: \"${row.key}.yaml\"", 2),
  ]

  @Test("a mistake in a file is told without the secrets behind it", arguments: mistakes)
  func mistake(base: String, step: String, code: Int32) async throws {
    let folder = try stage(base: base, step: step)
    for command in ["run", "validate", "list", "explain"] {
      for language in ["en", "zh"] {
        let result = try await Binary.run(
          [command, "suite/told.yaml", "--target", "suite/targets/messages.yaml"]
            + ["--lang", language], in: folder, environment: Self.environment)
        if command == "run" { #expect(result.code == code, "\(result.errors)\(result.output)") }
      }
    }
    try expectNoTrace(in: folder)
  }

  @Test("an option that holds a secret is not repeated")
  func options() async throws {
    let folder = try stage(base: "http://127.0.0.1:1")
    for option in ["--target", "--contract", "--grep", "--tag", "--seed"] {
      _ = try await Binary.run(
        ["run", "suite/told.yaml", option, Self.secret], in: folder,
        environment: Self.environment)
    }
    try expectNoTrace(in: folder)
  }

  private func expectNoTrace(in folder: Folder) throws {
    for (name, bytes) in try folder.everything() where !name.hasPrefix("suite/") {
      for secret in [Self.secret, "73194502", "Planted-Pa55word"] {
        for trace in SecretSpellings.traces(of: secret) {
          guard let found = bytes.range(of: Data(trace.utf8)) else { continue }
          let around = bytes[max(0, found.lowerBound - 100)..<found.upperBound]
          Issue.record("\(trace) in \(name): \(String(decoding: around, as: UTF8.self))")
        }
      }
    }
  }
}
