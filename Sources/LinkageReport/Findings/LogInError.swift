/// Whether the name of an error says that nobody is logged in.
enum LogInError {
  private static let signs = [
    "login", "loggedin", "signin", "signedin", "session", "unauth", "notauth", "authrequired",
    "token",
  ]

  /// `not_logged_in`, `NotLoggedIn`, `login-required` and the like.
  static func isMeant(by name: String) -> Bool {
    let letters = name.lowercased().filter(\.isLetter)
    return signs.contains { letters.contains($0) }
  }
}
