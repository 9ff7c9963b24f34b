import CEL
import LinkageCore
import Values

/// Reads the platforms of a target file.
struct PlatformReader {
  static let keys = [
    "base", "title", "session", "http", "tls", "resolve", "proxy", "compress", "traceparent",
    "limits",
  ]

  let reader: NodeReader
  let library: Library
  let session: Shape

  func platforms(_ node: YAMLNode?) -> [PlatformModel] {
    guard let node, !node.isAbsent else { return [] }
    return (reader.entries(node, "platforms") ?? []).compactMap(platform)
  }

  private func platform(_ entry: YAMLEntry) -> PlatformModel? {
    guard let name = entry.key.scalarText,
      !reader.report(Identifier.problem(withLabel: name), at: entry.key)
    else { return nil }
    var platform = PlatformModel(name: name, place: reader.place(entry.key))
    guard !entry.value.isAbsent,
      let fields = Fields(entry.value, name, keys: Self.keys, reader: reader)
    else { return platform }
    platform.title = reader.title(fields["title"])
    platform.base = fields["base"].map(base)
    platform.session = session(fields["session"])
    platform.link = link(fields)
    platform.limits = LimitsReader(settings: settings).limits(fields["limits"])
    checkTLS(fields, base: platform.base?.value)
    return platform
  }

  private var settings: SettingReader { SettingReader(reader: reader, library: library) }

  private func link(_ fields: Fields) -> LinkModel {
    var link = LinkModel()
    let versions = Connection.Version.self
    link.version = settings.choice(
      fields, "http", ["auto": versions.negotiated, "1.1": .http1, "2": .http2])
    TLSReader(settings: settings).read(fields["tls"], into: &link)
    link.pins = settings.setting(fields, "resolve", PinReader(reader: reader).pins)
    link.proxy = settings.setting(fields, "proxy", ProxyReader(reader: reader).proxy)
    link.isCompressed = settings.flag(fields, "compress")
    link.isTraced = settings.flag(fields, "traceparent")
    return link
  }

  /// Keys of TLS beside an address without it: one of the two is a slip.
  private func checkTLS(_ fields: Fields, base: String?) {
    guard let base, !BaseAddress.isSecure(base) else { return }
    for key in TLSReader.pointless(fields["tls"]) {
      let problem = TargetProblem.needsTLS(
        key: "tls.\(key.scalarText ?? "")", base: URLAuthority.withoutUser(base))
      reader.report(.target(problem), at: key)
    }
  }

  /// An address of which `env` and `secret` are filled in.
  func base(_ node: YAMLNode) -> Setting<String> {
    settings.setting(node, "base") { node in
      guard let text = reader.text(node, "base") else { return nil }
      if let address = BaseAddress.read(text) { return address }
      let problem = Problem.invalidValue(
        owner: "base", found: text, expected: BaseAddress.expected)
      reader.report(problem, at: node)
      return nil
    }
  }

  private func session(_ node: YAMLNode?) -> PlatformModel.Session? {
    guard let fields = Fields(node, "session", keys: ["cookies", "headers"], reader: reader) else {
      return nil
    }
    let missing = ProblemList()
    let expressions = ExpressionReader(reader, library: library, missing: missing)
    let vocabulary = Vocabulary.everywhere(library).adding(["session": session, "base": .any])
    return PlatformModel.Session(
      keepsCookies: fields.flag("cookies") ?? false,
      headers: expressions.headers(fields["headers"], in: vocabulary), missing: missing)
  }
}
