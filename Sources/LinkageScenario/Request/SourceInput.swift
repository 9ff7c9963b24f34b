package import LinkageCore

/// A file that the caller has read: its path as the user should see it, and its text.
package struct SourceInput: Sendable, Hashable {
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  package var file: SourceFile { SourceFile(path: path, text: text) }
}
