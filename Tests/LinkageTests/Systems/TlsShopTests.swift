import Testing

@Suite("A shop with an authority of its own")
struct TlsShopTests {
  private func folder(_ shop: TlsShop, tls: String) throws -> Folder {
    let folder = try Folder()
    try folder.write(shop.authority, to: "targets/certs/ca.pem")
    try folder.write(
      "target: secure\nplatforms: { web: { base: \"\(shop.url)\"\(tls) } }\n",
      to: "targets/secure.yaml")
    try folder.write(
      """
      scenario: secure
      steps:
        - { on: web, get: /, expect: [ http.body.secure ] }
      """, to: "secure.yaml")
    return folder
  }

  private static let run = ["run", "secure.yaml", "--target", "targets/secure.yaml"]

  @Test("is spoken to where the target names the authority, from any folder")
  func trusted() async throws {
    let shop = try await TlsShop()
    let folder = try folder(shop, tls: ", tls: { ca: certs/ca.pem }")
    let run = try await Binary.run(Self.run, in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
  }

  @Test("cannot be tested where it does not, and the message says what to write")
  func untrusted() async throws {
    let shop = try await TlsShop()
    let folder = try folder(shop, tls: "")
    for (language, word) in [("en", "certificate"), ("zh", "证书")] {
      let run = try await Binary.run(Self.run + ["--lang", language], in: folder)
      #expect(run.code == 4, "\(run.errors)\(run.output)")
      #expect(run.errors.contains("tls: { ca:"), "\(run.errors)")
      #expect(run.errors.contains(word), "\(run.errors)")
    }
    #expect(!folder.has("results/latest"))
  }

  /// A folder whose target shows the shop a certificate.
  private func clientFolder(_ shop: TlsShop, password: String) throws -> Folder {
    let folder = try folder(
      shop,
      tls: ", tls: { ca: certs/ca.pem, cert: certs/client.pem, key: certs/client.key\(password) }")
    try folder.write(shop.client.certificate, to: "targets/certs/client.pem")
    try folder.write(shop.client.key, to: "targets/certs/client.key")
    return folder
  }

  @Test("that wants to see a certificate is shown it, and its key's password is not told")
  func clientCertificate() async throws {
    let shop = try await TlsShop(asksForCertificates: true)
    let folder = try clientFolder(shop, password: ", password: \"${secret.KEY}\"")
    let run = try await Binary.run(
      Self.run, in: folder, environment: ["LINKAGE_SECRET_KEY": TlsShop.password])
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let wrong = try await Binary.run(
      Self.run, in: folder, environment: ["LINKAGE_SECRET_KEY": "wrong-" + TlsShop.password])
    #expect(wrong.code == 4, "\(wrong.errors)\(wrong.output)")
    for (name, bytes) in try folder.everything() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(TlsShop.password), "\(name)")
    }
    #expect(!(run.output + run.errors + wrong.output + wrong.errors).contains(TlsShop.password))
  }

  @Test("that wants to see a certificate is not asked with an encrypted key that nobody can read")
  func encryptedKey() async throws {
    let shop = try await TlsShop(asksForCertificates: true)
    let folder = try clientFolder(shop, password: "")
    let run = try await Binary.run(Self.run, in: folder)
    #expect(run.code == 2, "\(run.errors)\(run.output)")
    #expect(run.errors.contains("certs/client.key` is encrypted"), "\(run.errors)")
  }

  @Test("a file without a certificate is named before anything is sent")
  func noCertificate() async throws {
    let shop = try await TlsShop()
    let folder = try folder(shop, tls: ", tls: { ca: certs/ca.pem }")
    try folder.write("no certificate\n", to: "targets/certs/ca.pem")
    let run = try await Binary.run(Self.run, in: folder)
    #expect([2, 4].contains(run.code), "\(run.errors)\(run.output)")
    #expect(run.errors.contains("certs/ca.pem"), "\(run.errors)")
  }
}
