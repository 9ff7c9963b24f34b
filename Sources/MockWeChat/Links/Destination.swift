/// Which version of a mini-program is opened.
enum AppVersion: String, Sendable, Codable {
  case release, trial, develop
}

/// Where a link or a code leads: a page of a mini-program, with what the page is told.
struct Destination: Sendable, Equatable {
  /// Without the slash before it; empty for the home page.
  let path: String
  /// Without the question mark; empty for none.
  let query: String
  let version: AppVersion

  init(path: String, query: String = "", version: AppVersion = .release) {
    self.path = path.hasPrefix("/") ? String(path.dropFirst()) : path
    self.query = query
    self.version = version
  }

  /// A page and its query in one text.
  init(page: String, version: AppVersion = .release) {
    let parts = page.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : "", version: version)
  }

  /// The same page, told more.
  func adding(_ more: String) -> Destination {
    guard !more.isEmpty else { return self }
    return Destination(
      path: path, query: query.isEmpty ? more : query + "&" + more, version: version)
  }

  /// As the page's `onLoad` gets it: the values as they stand in the query, never decoded.
  var parameters: [String: String] {
    let pairs = query.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }
}
