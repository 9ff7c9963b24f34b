import LinkageCore

extension HistoryIndex {
  /// Whether an answer says by its `Link` header that there is a next page: its lists are not whole.
  func isPage(_ operation: IndexedOperation) -> Bool {
    completion(of: operation)?.exchanges.contains { exchange in
      exchange.answerHeaders.contains { header in
        header.name.lowercased() == "link"
          && (header.value.contains("rel=\"next\"") || header.value.contains("rel=next"))
      }
    } ?? false
  }
}
