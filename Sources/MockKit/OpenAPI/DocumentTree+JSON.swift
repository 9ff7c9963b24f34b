import Foundation

extension DocumentTree {
  package var json: String {
    switch self {
    case .map(let fields):
      "{" + fields.map { Self.quote($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
    case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
    case .text(let text): Self.quote(text)
    case .literal(let text): text
    }
  }

  private static func quote(_ text: String) -> String {
    (try? JSONText.string(text)) ?? "\"\""
  }
}
