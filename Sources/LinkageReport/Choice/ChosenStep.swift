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

  /// Whether all that it has was sent by one of these.
  func isSent(by others: [ChosenStep]) -> Bool {
    sender != nil
      && completions.allSatisfy { completion in
        others.contains { other in
          other.completions.contains {
            $0.shared == nil && $0.step == completion.shared?.step
              && $0.read == completion.shared?.read
          }
        }
      }
  }

  func readName(_ language: Language) -> String? {
    guard let read, reads > 1 else { return nil }
    return language.curlWords.read(read, of: reads)
  }
}
