/// A keyword of a template, such as `thing1`: its kind limits what may be in it.
struct Keyword: Sendable {
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  func check(_ value: String?) throws(WeChatError) {
    guard let value, !value.isEmpty else { throw .emptyArgument("data.\(name).value") }
    guard KeywordKind(String(kind)).takes(value) else {
      throw .badArgument("data.\(name).value")
    }
  }

  private var kind: Substring { name.prefix { !$0.isNumber } }
}
