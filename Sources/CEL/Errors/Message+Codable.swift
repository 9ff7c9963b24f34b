/// A text as a string, a number as a number, alternatives as a list, a message as an object with an
/// `id`, a sentence as an object with `en` and `zh`.
extension Message.Argument: Codable {
  private enum Key: String, CodingKey { case id, en, zh }

  public init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: Key.self) {
      guard !keyed.contains(.id) else {
        self = .message(try Message(from: decoder))
        return
      }
      self = .sentence(
        english: try keyed.decode(String.self, forKey: .en),
        chinese: try keyed.decode(String.self, forKey: .zh))
      return
    }
    let single = try decoder.singleValueContainer()
    if let text = try? single.decode(String.self) {
      self = .text(text)
    } else if let number = try? single.decode(Int64.self) {
      self = .number(number)
    } else {
      self = .anyOf(try single.decode([String].self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .message(let message): try message.encode(to: encoder)
    case .sentence(let english, let chinese):
      var keyed = encoder.container(keyedBy: Key.self)
      try keyed.encode(english, forKey: .en)
      try keyed.encode(chinese, forKey: .zh)
    case .text(let text):
      var single = encoder.singleValueContainer()
      try single.encode(text)
    case .number(let number):
      var single = encoder.singleValueContainer()
      try single.encode(number)
    case .anyOf(let texts):
      var single = encoder.singleValueContainer()
      try single.encode(texts)
    }
  }
}
