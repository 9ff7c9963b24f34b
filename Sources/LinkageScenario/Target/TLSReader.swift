import LinkageCore

/// Reads `tls`: whom to trust, and what the client shows of itself.
struct TLSReader {
  static let keys = ["ca", "cert", "key", "password", "min"]
  private static let certificateKeys = ["cert", "key", "password"]

  let settings: SettingReader
  private var reader: NodeReader { settings.reader }

  func read(_ node: YAMLNode?, into link: inout LinkModel) {
    guard let fields = Fields(node, "tls", keys: Self.keys, reader: reader) else { return }
    if Self.keys.allSatisfy({ !fields.has($0) }) { fields.missing(anyOf: ["ca", "cert", "min"]) }
    link.authority = authority(fields)
    link.certificate = certificate(fields)
    let versions = Connection.TLSVersion.self
    link.leastTLS = settings.choice(
      fields, "min", ["1.0": versions.v10, "1.1": .v11, "1.2": .v12, "1.3": .v13])
  }

  /// The keys that have no meaning without TLS, with where they stand. An authority may be given
  /// for whatever a platform will be one day.
  static func pointless(_ node: YAMLNode?) -> [YAMLNode] {
    guard case .mapping(let entries)? = node?.content else { return [] }
    return entries.map(\.key).filter {
      (certificateKeys + ["min"]).contains($0.scalarText ?? "")
    }
  }

  private func authority(_ fields: Fields) -> Setting<String>? {
    settings.setting(fields, "ca") { node in
      file(node, "ca").flatMap { checkCertificate($0, at: node) }
    }
  }

  /// The certificate with its key and password, which belong together.
  private func certificate(_ fields: Fields) -> Setting<Connection.Certificate>? {
    guard Self.certificateKeys.contains(where: fields.has) else { return nil }
    guard fields.has("cert") else {
      fields.missing("cert")
      return nil
    }
    let cert = settings.setting(fields, "cert") { file($0, "cert") }
    let key = settings.setting(fields, "key") { file($0, "key") }
    let password = settings.text(fields, "password")
    let missing = ProblemList()
    for list in [cert?.missing, key?.missing, password?.missing] { list.map(missing.add) }
    var result: Connection.Certificate?
    if let cert = cert?.value, checkCertificate(cert, at: fields.target("cert")) != nil,
      key == nil || key?.value != nil
    {
      checkKey(in: key?.value ?? cert, fields)
      result = Connection.Certificate(
        file: cert.path, key: key?.value?.path, password: password?.value)
    }
    return Setting(
      value: result, place: reader.place(fields.target("cert")), missing: missing)
  }

  private typealias File = (path: String, content: PEMText)

  private func file(_ node: YAMLNode, _ key: String) -> File? {
    guard let name = reader.text(node, key),
      let file = reader.file(name, at: node, settings.library)
    else { return nil }
    return (file.path, PEMText(file.bytes))
  }

  private func checkCertificate(_ file: File, at node: YAMLNode) -> String? {
    if file.content.hasCertificate { return file.path }
    reader.report(.target(.noCertificate(path: file.path)), at: node)
    return nil
  }

  private func checkKey(in file: File, _ fields: Fields) {
    let isOwnFile = fields.has("key")
    let node = fields.target(isOwnFile ? "key" : "cert")
    switch (file.content.key, fields.has("password")) {
    case (nil, _):
      reader.report(.target(.noPrivateKey(path: file.path, isOwnFile: isOwnFile)), at: node)
    case (.encrypted?, false):
      reader.report(.target(.encryptedKey(path: file.path)), at: node)
    case (.plain?, true):
      reader.report(.target(.plainKey(path: file.path)), at: fields.key("password") ?? node)
    case (.encrypted?, true), (.plain?, false): break
    }
  }
}
