import Foundation

/// Where a page of a list ended: the sort key of its last item, so that rows which come in meanwhile
/// shift nothing. Opaque to clients.
struct Cursor: Sendable, Equatable {
  let position: [String]

  init(_ position: [String]) {
    self.position = position
  }

  /// - Returns: nothing where the text is none of ours.
  init?(_ text: String, keys: Int) {
    let base64 = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
    guard let data = Data(base64Encoded: String(base64) + padding),
      let position = try? JSONDecoder().decode([String].self, from: data), position.count == keys
    else { return nil }
    self.position = position
  }

  /// Base64 for URLs, without padding.
  var text: String {
    let base64 = ((try? JSONText.data(position)) ?? Data()).base64EncodedString()
    return String(base64.filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
  }
}
