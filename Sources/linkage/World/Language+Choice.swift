import LinkageCore
import MockKit

extension Language {
  func pick(_ english: String, _ chinese: String) -> String {
    self == .chinese ? chinese : english
  }

  /// The text of the mocks in this language.
  func pick(_ text: FaultText) -> String { pick(text.en, text.zh) }
}
