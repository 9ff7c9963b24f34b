import LinkageCore

extension NodeReader {
  /// A title in one language or in both; `nil` where it is not there.
  func title(_ node: YAMLNode?) -> LocalizedText? {
    guard let node, !node.isBroken else { return nil }
    guard case .mapping = node.content else {
      return text(node, "title").map { LocalizedText($0) }
    }
    guard let fields = Fields(node, "title", keys: ["en", "zh"], reader: self) else { return nil }
    let (english, chinese) = (fields.text("en"), fields.text("zh"))
    guard let one = english ?? chinese else {
      if !fields.has("en"), !fields.has("zh") { fields.missing("en") }
      return nil
    }
    return LocalizedText(english: english ?? one, chinese: chinese ?? one)
  }
}
