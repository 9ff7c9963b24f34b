import LinkageCore

/// The words around what was sent and received, in one language.
protocol ShowWords: Sendable {
  /// Where it was sent, how long after the case began.
  func sent(_ platform: String, _ after: String) -> String
  func received(_ after: String) -> String
  /// How long after its start an exchange had come how far.
  func time(_ phase: ShownPhase, _ length: String) -> String
  func label(_ label: ShowLabel) -> String
  func connection(_ remote: String?, reused: Bool) -> String
  func bytes(sent: Int, received: Int) -> String
  /// A body of which only the beginning stands above, or which is no text.
  func cutBody(_ bytes: Int) -> String
  func binaryBody(_ bytes: Int) -> String
  var nothingSent: String { get }
  func otherReads(_ read: String) -> String
}

enum ShownPhase: CaseIterable {
  case name, connect, tls, firstByte, total
}

enum ShowLabel: CaseIterable {
  case times, wire, outcome, output, sync
}

extension Language {
  var showWords: any ShowWords { self == .chinese ? ChineseShowWords() : EnglishShowWords() }
}
