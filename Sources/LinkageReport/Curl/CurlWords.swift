import LinkageCore

/// The comments around curl command lines in one language.
protocol CurlWords: Sendable {
  func place(_ place: CurlPlace) -> String
  /// A variable of the environment by which runs get the secret.
  func environment(_ name: String, _ place: String, isFilledIn: Bool) -> String
  /// A variable of which only the run knew the value.
  func unknown(_ name: String, _ place: String) -> String
  func cutBody(_ bytes: Int) -> String
  func binaryBody(_ bytes: Int) -> String
  /// Of runs stored before all of it was recorded.
  var older: String { get }
  /// What curl does otherwise where a redirect answers 303.
  func seeOther(_ method: String) -> String
  var nothingSent: String { get }
  func read(_ number: Int, of count: Int) -> String
  /// A read that another step sent.
  func sentBy(_ step: String) -> String
}

extension Language {
  var curlWords: any CurlWords { self == .chinese ? ChineseCurlWords() : EnglishCurlWords() }
}
