/// A sentence as data: what it says and with which words, so that it can be kept and be told in
/// either language later.
public struct Message: Sendable, Hashable, Codable {
  public indirect enum Argument: Sendable, Hashable {
    case text(String)
    case number(Int64)
    /// Any of several, told as "a, b or c".
    case anyOf([String])
    case message(Message)
    /// A sentence that its author wrote in both languages.
    case sentence(english: String, chinese: String)
  }

  public let id: ID
  /// What stands for `{0}`, `{1}`, … in the sentence.
  public let arguments: [Argument]

  public init(_ id: ID, _ arguments: [Argument] = []) {
    self.id = id
    self.arguments = arguments
  }

  init(_ id: ID, _ arguments: Argument...) { self.init(id, arguments) }

  public func text(in language: MessageLanguage) -> String {
    let template = language == .english ? id.english : id.chinese
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let place = Int(rest[rest.index(after: open)..<close])
      text += place.flatMap { argument($0, in: language) } ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private func argument(_ place: Int, in language: MessageLanguage) -> String? {
    guard arguments.indices.contains(place) else { return nil }
    switch arguments[place] {
    case .text(let text): return text
    case .number(let number): return String(number)
    case .anyOf(let texts): return texts.joined(separator: language == .english ? " or " : " 或 ")
    case .message(let message): return message.text(in: language)
    case .sentence(let english, let chinese): return language == .english ? english : chinese
    }
  }

  /// This message with every text in it changed, such as secrets masked.
  public func mappingTexts(_ change: (String) -> String) -> Message {
    Message(
      id,
      arguments.map { argument in
        switch argument {
        case .text(let text): .text(change(text))
        case .number: argument
        case .anyOf(let texts): .anyOf(texts.map(change))
        case .message(let message): .message(message.mappingTexts(change))
        case .sentence(let english, let chinese):
          .sentence(english: change(english), chinese: change(chinese))
        }
      })
  }
}

/// The languages that sentences are told in.
public enum MessageLanguage: String, Sendable, Hashable, Codable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}
