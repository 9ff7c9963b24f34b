import LinkageCore
import Values

/// A suite for programs; docs/commands.md describes every key.
package enum ListingJSON {
  /// Rises when a key changes its meaning or goes away, not when one is added.
  static let version: Int64 = 1

  package static func text(_ listing: SuiteListing) -> String {
    let top: ValueMap = [
      "version": .int(version), "target": .string(listing.target),
      "scenarios": .list(listing.entries.map(entry)),
    ]
    return Value.map(top).json(pretty: true) + "\n"
  }

  private static func entry(_ entry: SuiteListing.Entry) -> Value {
    let outline = entry.outline
    let title: ValueMap = [
      "en": .string(outline.title.english), "zh": .string(outline.title.chinese),
    ]
    return .map([
      "id": .string(outline.id), "row": outline.row.map(Value.string) ?? .null,
      "title": .map(title), "priority": outline.priority.map(Value.string) ?? .null,
      "tags": strings(outline.tags), "platforms": strings(entry.platforms),
      "links": .list(entry.links.map(link)), "file": .string(outline.place.path),
      "line": .int(Int64(outline.place.line)), "runs": .bool(entry.obstacles.isEmpty),
      "lacks": strings(entry.lacks), "denied": strings(entry.denied),
    ])
  }

  private static func link(_ link: Link) -> Value {
    .map([
      "entity": link.entity.map(Value.string) ?? .null, "from": .string(link.from),
      "to": .string(link.to),
    ])
  }

  private static func strings(_ texts: [String]) -> Value { .list(texts.map(Value.string)) }
}
