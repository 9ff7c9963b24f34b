import LinkageCore

extension NodeReader {
  /// A title in one language or in both; `nil` where it is not there.
  func title(_ node: YAMLNode?) -> LocalizedText? { title(node, text) }

  /// - Parameter text: reads one of the two.
  fileprivate func title(
    _ node: YAMLNode?, _ text: (YAMLNode?, String) -> String?
  ) -> LocalizedText? {
    guard let node, !node.isBroken else { return nil }
    guard case .mapping = node.content else {
      return text(node, "title").map { LocalizedText($0) }
    }
    guard let fields = Fields(node, "title", keys: ["en", "zh"], reader: self) else { return nil }
    let (english, chinese) = (text(fields["en"], "en"), text(fields["zh"], "zh"))
    guard let one = english ?? chinese else {
      if !fields.has("en"), !fields.has("zh") { fields.missing("en") }
      return nil
    }
    return LocalizedText(english: english ?? one, chinese: chinese ?? one)
  }
}

extension ExpressionReader {
  /// A title into which a row of `matrix` may be filled, without what is secret in it.
  func title(_ node: YAMLNode?) -> LocalizedText? {
    let open = ExpressionReader(
      reader, library: library.hidingSecrets, missing: missing, mentions: mentions)
    return reader.title(node) { open.text($0, $1) }
  }
}
