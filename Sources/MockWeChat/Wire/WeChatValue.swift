import Foundation

/// JSON as the platform writes it: fields in its order, slashes escaped.
indirect enum WeChatValue: Sendable, Equatable {
  case text(String)
  case number(Int64)
  case list([WeChatValue])
  case object([(String, WeChatValue)])

  var json: String {
    switch self {
    case .text(let text): Self.quote(text)
    case .number(let number): String(number)
    case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
    case .object(let fields):
      "{" + fields.map { Self.quote($0) + ":" + $1.json }.joined(separator: ",") + "}"
    }
  }

  private static func quote(_ text: String) -> String {
    let encoded = try? JSONEncoder().encode(text)
    return encoded.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  static func == (left: WeChatValue, right: WeChatValue) -> Bool { left.json == right.json }
}
