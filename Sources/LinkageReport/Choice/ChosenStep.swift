package import LinkageCore

/// One step of a stored run, with what it sent.
package struct ChosenStep {
  var reference: StepReference
  /// `points-parity › join › balance`.
  var name: String
  var step: Outline.Step
  /// The answers that are meant, in the order of their reads.
  var completions: [Completion]
  /// How many reads there are in all; 0 for an operation done once.
  var reads: Int
  /// Which of them is meant, from 1.
  var read: Int?
  /// The name of the step that sent it, where that is another one.
  var sender: String?

  package var exchanges: [Exchange] { completions.flatMap(\.exchanges) }

  func readName(_ language: Language) -> String? {
    guard let read, reads > 1 else { return nil }
    return language.curlWords.read(read, of: reads)
  }
}
