import LinkageCore

/// Writes curl command lines whose secrets are variables, or filled in where they are known.
struct CurlWriter {
  private var variables: CurlVariables
  /// By the name of the variable.
  private let values: [String: String]
  /// The variables of the line written last, in order, each once.
  private(set) var used: [CurlVariables.Variable] = []
  /// The encodings that lines written so far need.
  private(set) var encodings: [SecretEncoding] = []
  /// What must be computed before the line written last: name and command.
  private var prepared: [(name: String, command: String)] = []

  init(names: [String: String], values: [String: String]) {
    variables = CurlVariables(names: names)
    self.values = values
  }

  mutating func command(_ request: CurlRequest) -> String {
    used = []
    prepared = []
    let url = word(request.url) { _ in .url }
    var options = values(of: request)
    var input = ""
    switch request.body {
    case .none: break
    case .text(let text): add(text, &options, &input)
    case .bytes(let bytes):
      input = "printf -- '\(ShellText.format(bytes))' |"
      options.append("--data-binary @-")
    case .cut, .binary: options.append("--data-binary @body")
    }
    options += CurlOptions(request).all
    var opening = input.isEmpty ? ["curl"] : [input, "curl"]
    opening += method(of: request)
    let head = (opening + [url]).joined(separator: " ")
    let line = ([head] + options.map { "  " + $0 }).joined(separator: " \\\n")
    return prepared.map { "\($0.name)=\($0.command) &&\n" }.joined() + line
  }

  // MARK: Parts

  private func method(of request: CurlRequest) -> [String] {
    let hasBody = request.body != .none
    switch request.method {
    case "GET" where !hasBody, "POST" where hasBody: return []
    case "HEAD" where !hasBody: return ["--head"]
    default: return ["-X", ShellText.word(request.method)]
    }
  }

  private mutating func add(_ body: SecretText, _ options: inout [String], _ input: inout String) {
    // A longer argument no system takes; what needs `printf` is easier to read as one.
    let isPlain = !ShellText.needsPrintf(body.plain) && body.plain.utf8.count < 100_000
    if isPlain {
      options.append("--data-raw " + word(body) { .body(after: $0) })
      return
    }
    var arguments: [String] = []
    var before = ""
    let format = body.pieces.map { piece in
      switch piece {
      case .text(let text):
        before += text
        return ShellText.format(text)
      case .secret(let secret):
        arguments.append(reference(secret, at: .body(after: before)))
        return "%s"
      }
    }.joined()
    input = (["printf -- '\(format)'"] + arguments).joined(separator: " ") + " |"
    options.append("--data-binary @-")
  }

  private mutating func values(of request: CurlRequest) -> [String] {
    var options: [String] = []
    let isBasic = request.basic != nil
    for header in request.headers {
      let name = header.name.lowercased()
      if name == "cookie", request.cookie != nil { continue }
      if name == "authorization", isBasic { continue }
      let text = SecretText("\(header.name): ") + header.value
      options.append(
        "-H "
          + (header.value.isEmpty
            ? ShellText.quoted("\(header.name);") : word(text) { _ in .header(header.name) }))
    }
    if let basic = request.basic {
      let user = String(basic.plain.prefix { $0 != ":" })
      options.append("--user " + word(basic) { _ in .password(user: user) })
    }
    if let cookie = request.cookie {
      options.append("-b " + word(cookie) { .cookie(after: $0) })
    }
    if let proxy = request.proxy, !proxy.isEmpty {
      options.append("--proxy " + word(proxy) { _ in .proxy })
    }
    if let password = request.keyPassword {
      options.append("--pass " + word(password) { _ in .key })
    }
    return options
  }

  /// One word of the command line.
  ///
  /// - Parameter place: where a secret stands, from the text before it.
  private mutating func word(_ text: SecretText, _ place: (String) -> CurlPlace) -> String {
    if text.isEmpty { return "''" }
    var before = ""
    return text.pieces.map { piece in
      switch piece {
      case .text(let text):
        before += text
        return ShellText.quoted(text)
      case .secret(let secret): return reference(secret, at: place(before))
      }
    }.joined()
  }

  /// A variable that must be set: an empty one would send another request.
  private mutating func reference(_ secret: SecretText.Secret, at place: CurlPlace) -> String {
    let variable = variables.variable(for: secret, at: place)
    let encoding = SecretEncoding(secret.spelling)
    if let value = values[variable.name] {
      return ShellText.quoted(encoding?.written(value) ?? value)
    }
    if !used.contains(where: { $0.name == variable.name }) { used.append(variable) }
    guard let encoding else { return "\"${\(variable.name):?}\"" }
    if !encodings.contains(encoding) { encodings.append(encoding) }
    let name = variable.name + encoding.suffix
    if !prepared.contains(where: { $0.name == name }) {
      prepared.append((name, "$(\(encoding.function) \"${\(variable.name):?}\")"))
    }
    return "\"$\(name)\""
  }
}
