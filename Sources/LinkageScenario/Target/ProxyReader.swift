import LinkageCore

/// Reads `proxy`: an address, one with exceptions, or none.
struct ProxyReader {
  let reader: NodeReader

  func proxy(_ node: YAMLNode) -> Connection.Proxy? {
    if case .mapping = node.content { return withExceptions(node) }
    guard let text = reader.text(node, "proxy") else { return nil }
    switch text {
    case "none": return Connection.Proxy.none
    case "environment": return .environment
    default:
      return url(text, at: node, expected: "http://host:port | none | environment")
        .map { .at($0, except: "") }
    }
  }

  private func withExceptions(_ node: YAMLNode) -> Connection.Proxy? {
    guard let fields = Fields(node, "proxy", keys: ["url", "except"], reader: reader),
      let node = fields.required("url"), let text = reader.text(node, "url"),
      let url = url(text, at: node, expected: "http://host:port")
    else { return nil }
    guard fields.has("except") else { return .at(url, except: "") }
    let hosts = fields.texts("except", single: true).flatMap(exceptions)
    // libcurl takes a star for everything only where it stands alone.
    return .at(url, except: hosts.contains("*") ? "*" : hosts.joined(separator: ","))
  }

  private func url(_ text: String, at node: YAMLNode, expected: String) -> String? {
    let scheme = text.firstRange(of: "://").map { text[..<$0.lowerBound].lowercased() }
    if let scheme, scheme != "http", scheme.allSatisfy({ $0.isLetter || $0.isNumber }) {
      reader.report(.target(.unsupportedProxy(scheme: scheme)), at: node)
      return nil
    }
    if let address = BaseAddress.read(text), scheme == "http", isHostAndPort(address) {
      return address
    }
    let found = Self.withoutUser(text)
    reader.report(
      isSound(text, scheme)
        ? .target(.unencodedPassword(proxy: found))
        : .invalidValue(owner: "proxy", found: found, expected: expected), at: node)
    return nil
  }

  /// Whether it is an address but for what stands before its last `@`.
  private func isSound(_ text: String, _ scheme: String?) -> Bool {
    guard scheme == "http", let at = text.lastIndex(of: "@"),
      let rest = BaseAddress.read("http://" + text[text.index(after: at)...])
    else { return false }
    return isHostAndPort(rest)
  }

  /// The port is asked for: libcurl would take 1080, others take 80 or 3128.
  private func isHostAndPort(_ address: String) -> Bool {
    let rest = address.dropFirst("http://".count)
    guard !rest.contains("/"), let host = rest.split(separator: "@").last else { return false }
    return HostText.split(String(host))?.port != nil
  }

  /// What may be told of an address that is wrong.
  private static func withoutUser(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    let scheme = text.firstRange(of: "://").map { text[..<$0.upperBound] } ?? ""
    return "\(scheme)…\(text[at...])"
  }

  /// One item may hold several, as `no_proxy` does.
  private func exceptions(_ item: NodeReader.Named) -> [String] {
    let hosts = item.name.split { $0 == "," || $0.isWhitespace }
      .map { HostText.withoutBrackets(String($0)) }
    guard hosts.isEmpty || !hosts.allSatisfy(isException) else { return hosts }
    let problem = Problem.invalidValue(
      owner: "except", found: item.name, expected: "localhost, .example.com, 10.0.0.0/8, *")
    reader.report(problem, at: item.node)
    return []
  }

  private func isException(_ text: String) -> Bool {
    if text == "*" || HostText.isAddress(text) || HostText.isName(text) { return true }
    if text.hasPrefix(".") { return HostText.isName(String(text.dropFirst())) }
    return isNetwork(text)
  }

  /// `10.0.0.0/8`, `fd00::/8`.
  private func isNetwork(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let bits = Int(parts[1]) else { return false }
    let limit = parts[0].contains(":") ? 128 : 32
    return HostText.isAddress(String(parts[0])) && (0...limit).contains(bits)
  }
}
