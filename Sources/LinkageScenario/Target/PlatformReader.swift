import CEL
import LinkageCore
import Values

/// Reads the platforms of a target file.
struct PlatformReader {
  static let keys = ["base", "session", "limits", "tls", "title"]

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
    platform.base = base(fields["base"])
    platform.session = session(fields["session"])
    platform.authority = authority(fields["tls"])
    limit(&platform, fields["limits"])
    return platform
  }

  private func limit(_ platform: inout PlatformModel, _ node: YAMLNode?) {
    let keys = ["rate", "in_flight", "timeout"]
    guard let fields = Fields(node, "limits", keys: keys, reader: reader) else { return }
    platform.timeout = fields.duration("timeout")
    platform.inFlight = reader.count(fields["in_flight"], "in_flight", in: 1...10_000)
    platform.rate = rate(fields)
  }

  private func rate(_ fields: Fields) -> Target.Rate? {
    guard let text = fields.text("rate") else { return nil }
    if let rate = RateText.read(text) { return rate }
    let problem = Problem.invalidValue(owner: "rate", found: text, expected: RateText.expected)
    reader.report(problem, at: fields.target("rate"))
    return nil
  }

  /// The path of a PEM file, which must be there.
  private func authority(_ node: YAMLNode?) -> String? {
    guard let fields = Fields(node, "tls", keys: ["ca"], reader: reader),
      let node = fields.required("ca"), let name = reader.text(node, "ca"),
      let file = reader.file(name, at: node, library)
    else { return nil }
    if String(decoding: file.bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") {
      return file.path
    }
    reader.report(.target(.noCertificate(path: file.path)), at: node)
    return nil
  }

  /// An address of which `env` and `secret` are filled in.
  func base(_ node: YAMLNode?) -> PlatformModel.Base? {
    guard let node, reader.text(node, "base") != nil else { return nil }
    let missing = ProblemList()
    let known = reader.problems.diagnostics.count
    let expressions = ExpressionReader(reader, library: library, missing: missing)
    let template = expressions.template(node, in: .loadTime(library))
    var address: String?
    if let template, missing.diagnostics.isEmpty, reader.problems.diagnostics.count == known {
      address = self.address(template, at: node)
    }
    return PlatformModel.Base(address: address, missing: missing)
  }

  private func address(_ template: Template, at node: YAMLNode) -> String? {
    let text = self.text(template) ?? node.scalarText ?? ""
    if let address = BaseAddress.read(text) { return address }
    let problem = Problem.invalidValue(owner: "base", found: text, expected: BaseAddress.expected)
    reader.report(problem, at: node)
    return nil
  }

  private func text(_ template: Template) -> String? {
    switch template {
    case .constant(let value): value.stringValue
    case .value(let located): try? located.expression.evaluate(in: library.scope).stringValue
    case .text, .list, .map: nil
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
