import LinkageCore

extension Exchange {
  /// Whether it was to read.
  var isPlain: Bool { method == "GET" || method == "HEAD" }

  /// Whether the answer says that there is a next page.
  var isPage: Bool {
    answerHeaders.contains { header in
      header.name.utf8.count == 4 && header.name.lowercased() == "link"
        && (header.value.contains("rel=\"next\"") || header.value.contains("rel=next"))
    }
  }
}
