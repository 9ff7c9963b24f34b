import Foundation
import MockKit

/// What a back end answered a message with, XML or JSON, as its texts and numbers by name.
package struct PushReply: Sendable {
  private let fields: [String: String]

  /// Nothing where it is neither.
  package init?(_ text: String) {
    if text.hasPrefix("<xml>") {
      fields = Self.xml(text)
    } else if let json = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
      let object = json as? [String: Any]
    {
      fields = object.compactMapValues { ($0 as? String) ?? ($0 as? NSNumber)?.stringValue }
    } else {
      return nil
    }
  }

  package subscript(_ name: String) -> String? { fields[name] }

  /// The elements that hold nothing but text, with CDATA or without.
  private static func xml(_ text: String) -> [String: String] {
    let pattern = /<(\w+)>\s*(?:<!\[CDATA\[((?s:.*?))\]\]>|([^<]*))\s*<\/\1>/
    let pairs = text.dropFirst(5).matches(of: pattern).map { match in
      (String(match.1), String(match.2 ?? match.3 ?? ""))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
