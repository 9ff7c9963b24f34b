/// Whether texts carry ANSI colours; files never do.
package enum Style: Sendable {
  case plain, ansi

  /// What a piece of text is, which decides its colour.
  enum Role {
    case failure, undecided, success, quiet, strong, mark

    fileprivate var code: String {
      switch self {
      case .failure: "1;31"
      case .undecided: "1;33"
      case .success: "1;32"
      case .quiet: "2"
      case .strong: "1"
      case .mark: "36"
      }
    }
  }

  func paint(_ text: String, _ role: Role) -> String {
    guard self == .ansi, !text.isEmpty else { return text }
    return "\u{1B}[\(role.code)m\(text)\u{1B}[0m"
  }
}
