import LinkageCore
import Values

/// Reads one request with how its answer is understood.
struct RequestReader {
  static let methods = ["get", "post", "put", "patch", "delete", "submit"]
  static let keys =
    ["on"] + methods + ["query", "headers"] + BodyReader.kinds
    + ["fields", "follow", "timeout", "basic"]
  static let answerKeys = ["errors", "ok", "out", "session"]

  let expressions: ExpressionReader
  /// The platforms that have an address; `nil` when that cannot be told.
  let platforms: [String]?
  private var reader: NodeReader { expressions.reader }

  /// Reads a request whose `let` is its own: each name of it may be used by what follows, and
  /// `vocabulary` gains them for the next request.
  func request(
    _ fields: Fields, platform: String?, at place: YAMLNode, vocabulary: inout Vocabulary
  ) -> RequestTemplate? {
    let before = vocabulary
    var answer = vocabulary.adding("http", Vocabulary.http)
    let lets = named(fields["let"], "let", in: answer, Identifier.problem(withVariable:)) { name in
      answer.add(name, .any)
      vocabulary.add(name, .any)
    }
    return request(
      fields, platform: platform, at: place, lets: lets, in: before, answer: answer)
  }

  /// `nil` when it has no method or platform.
  func request(
    _ fields: Fields, platform: String?, at place: YAMLNode, lets: [NamedExpression],
    in vocabulary: Vocabulary, answer: Vocabulary
  ) -> RequestTemplate? {
    let line = self.line(fields, in: vocabulary)
    let platform = self.platform(fields, fallback: platform)
    let query = expressions.entries(fields["query"], "query", in: vocabulary)
    let headers = expressions.headers(fields["headers"], in: vocabulary)
    let body = BodyReader(expressions: expressions, vocabulary: vocabulary).body(fields)
    let basic = self.basic(fields["basic"], in: vocabulary)
    let errors = named(
      fields["errors"], "errors", in: answer, Identifier.problem(withLabel:), areConditions: true)
    let ok = expressions.condition(fields["ok"], "ok", in: answer)
    let out = named(fields["out"], "out", in: answer, Identifier.problem(withField:))
    let session = named(fields["session"], "session", in: answer, Identifier.problem(withField:))
    let (follow, timeout) = (self.follow(fields["follow"]), fields.duration("timeout"))
    guard let line, let platform else { return nil }
    return RequestTemplate(
      method: line.method, platform: platform, path: line.path, query: query, headers: headers,
      body: body, follow: follow, timeout: timeout, basic: basic, lets: lets, errors: errors,
      ok: ok, out: out, session: session, place: reader.place(place))
  }

  /// The names of a step's `let`, which later steps may use.
  func lets(_ node: YAMLNode?, in vocabulary: Vocabulary) -> [NamedExpression] {
    named(node, "let", in: vocabulary, Identifier.problem(withVariable:))
  }

  private func named(
    _ node: YAMLNode?, _ owner: String, in vocabulary: @autoclosure () -> Vocabulary,
    _ problem: (String) -> Problem?, areConditions: Bool = false,
    done: (String) -> Void = { _ in }
  ) -> [NamedExpression] {
    guard let node, !node.isBroken else { return [] }
    return (reader.entries(node, owner) ?? []).compactMap { entry in
      guard let name = entry.key.scalarText, !reader.report(problem(name), at: entry.key) else {
        return nil
      }
      defer { done(name) }
      let located =
        areConditions
        ? expressions.condition(entry.value, name, in: vocabulary())
        : expressions.expression(entry.value, name, in: vocabulary())
      return located.map { NamedExpression(name: name, located: $0) }
    }
  }

  private func line(
    _ fields: Fields, in vocabulary: Vocabulary
  ) -> (method: String, path: Template)? {
    let given = Self.methods.filter(fields.has)
    guard let method = given.first else {
      fields.missing(anyOf: Self.methods)
      return nil
    }
    if given.count > 1, let key = fields.key(given[1]) {
      reader.tooMany(given, of: Self.methods, at: key)
    }
    return path(fields.target(method), method, in: vocabulary).map { (method.uppercased(), $0) }
  }

  private func path(_ node: YAMLNode, _ owner: String, in vocabulary: Vocabulary) -> Template? {
    guard let text = node.scalarText, !node.isBroken else {
      reader.wrongType(node, owner, expected: "string")
      return nil
    }
    guard isPath(text) else {
      reader.report(.invalidValue(owner: owner, found: text, expected: "/path"), at: node)
      return nil
    }
    return expressions.path(node, in: vocabulary)
  }

  /// A path below the platform's address, or a whole URL.
  private func isPath(_ text: String) -> Bool {
    guard ["http://", "https://"].contains(where: text.hasPrefix), !text.contains("${") else {
      return ["/", "${", "http://", "https://"].contains(where: text.hasPrefix)
    }
    return BaseAddress.read(String(text.prefix { $0 != "?" && $0 != "#" })) != nil
  }

  private func platform(_ fields: Fields, fallback: String?) -> String? {
    if fields.has("on") {
      return expressions.text(fields["on"], "on").flatMap { checked($0, at: fields.target("on")) }
    }
    guard let fallback else {
      fields.missing("on")
      return nil
    }
    return fallback
  }

  /// The platform if there is one of that name.
  func checked(_ platform: String, at node: YAMLNode) -> String? {
    guard let platforms, !platforms.contains(platform) else { return platform }
    let nearest = Nearest.name(to: platform, among: platforms)
    reader.report(
      .unknownPlatform(name: platform, nearest: nearest, known: platforms), at: node)
    return nil
  }

  /// A number of redirects, or true for ten.
  private func follow(_ node: YAMLNode?) -> Int {
    guard let node else { return 0 }
    if case .scalar(let scalar) = node.content, case .bool(let flag) = PlainValue(scalar).value {
      return flag ? 10 : 0
    }
    return reader.count(node, "follow", in: 0...50) ?? 0
  }

  private func basic(_ node: YAMLNode?, in vocabulary: Vocabulary) -> RequestTemplate.Basic? {
    guard let fields = Fields(node, "basic", keys: ["user", "password"], reader: reader) else {
      return nil
    }
    let user = expressions.template(fields.required("user"), in: vocabulary)
    let password = expressions.template(fields.required("password"), in: vocabulary)
    guard let user, let password else { return nil }
    return RequestTemplate.Basic(user: user, password: password)
  }
}

extension NodeReader {
  /// Of several keys only one may be given.
  func tooMany(_ given: [String], of all: [String], at node: YAMLNode) {
    let found = given.joined(separator: ", ")
    let expected = all.joined(separator: " | ")
    report(.invalidValue(owner: "request", found: found, expected: expected), at: node)
  }
}
