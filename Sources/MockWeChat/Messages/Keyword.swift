/// A keyword of a template, such as `thing1`: its kind limits what may be in it.
struct Keyword: Sendable {
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  func check(_ value: String?) throws(WeChatError) {
    guard let value, !value.isEmpty else { throw .emptyArgument("data.\(name).value") }
    guard value.count <= limit else { throw .badArgument("data.\(name).value") }
  }

  private var kind: Substring { name.prefix { !$0.isNumber } }

  private var limit: Int {
    switch kind {
    case "thing": 20
    case "phrase": 5
    case "character_string", "number": 32
    case "phone_number": 17
    case "car_number": 8
    case "name": 10
    default: 64
    }
  }
}
