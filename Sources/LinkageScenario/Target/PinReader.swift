import LinkageCore

/// Reads `resolve`: where hosts are found.
struct PinReader {
  let reader: NodeReader

  /// A pin with where its host is named.
  struct Read {
    var pin: Connection.Pin
    var place: Place
  }

  func pins(_ node: YAMLNode) -> [Read] {
    var seen: Set<String> = []
    return (reader.entries(node, "resolve") ?? []).compactMap { entry in
      guard let host = host(entry.key), let address = address(entry.value) else { return nil }
      let name = host.host.lowercased()
      if !seen.insert("\(name) \(host.port ?? 0)").inserted {
        reader.report(.duplicateKey(key: entry.key.scalarText ?? name), at: entry.key)
      }
      return Read(
        pin: Connection.Pin(host: name, address: address, port: host.port),
        place: reader.place(entry.key))
    }
  }

  private func host(_ node: YAMLNode) -> (host: String, port: Int?)? {
    let text = node.scalarText ?? ""
    if let parts = HostText.split(text), isHost(parts.host) { return parts }
    reader.report(
      .invalidValue(owner: "resolve", found: text, expected: "host | host:port"), at: node)
    return nil
  }

  private func address(_ node: YAMLNode) -> String? {
    guard let text = reader.text(node, "resolve") else { return nil }
    let address = HostText.withoutBrackets(text)
    if isHost(address) { return address }
    let problem = Problem.invalidValue(
      owner: "resolve", found: text, expected: "10.0.0.7, ::1, host")
    reader.report(problem, at: node)
    return nil
  }

  private func isHost(_ text: String) -> Bool {
    HostText.isAddress(text) || HostText.isName(text)
  }
}
