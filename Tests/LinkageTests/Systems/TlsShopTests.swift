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
