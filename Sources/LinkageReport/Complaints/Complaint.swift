package import LinkageCore

/// Why a command cannot do what was asked, though no file is at fault.
package enum Complaint: Error, Sendable, Hashable {
  /// `place` is where the platform is declared, in a target or a scenario.
  case targetUnreachable(
    platform: String, url: String, failure: TransportFailure, place: Place? = nil)
  case accountRefused(name: String, detail: String)
  /// `owner` is the process that holds the port, such as `nginx (pid 812)`, where it is known.
  case portInUse(server: String, port: Int, owner: String?)
  case mockNotStarted(server: String, reason: String)
  case reportNotWritten(path: String, reason: String)
  case storeProblem(detail: String)
  case storeDamaged(path: String, reason: String)
  case storeTooNew(path: String)
  case noSuchRun(name: String, nearest: String?, recent: [String])
  case ambiguousRun(name: String, candidates: [String])
  /// In the stored run.
  case noSuchCase(name: String, nearest: String?, known: [String])
  case noSuchStep(name: String, nearest: String?, known: [String])
  /// `reads` is how many there are; 0 for a step that is done once.
  case noSuchRead(step: String, read: Int, reads: Int)
  case nothingSelected
  /// Only files of other kinds were given: `flow`, `target`, …
  case noScenario(kinds: [String])
  case selectedNothing(EmptySelection)
  /// `--last-failed`, and everything had passed.
  case nothingFailed(run: String)
  /// Coverage is asked for, and there is no contract.
  case nothingPromised
  case noSuchLine(path: String, line: Int, lines: Int)
  /// Platforms that the bundled mocks do not have.
  case mutantsNeedMocks(platforms: [String], target: String)
  /// Only the bundled mocks can be slowed down or cut off.
  case faultsNeedMocks(option: String, target: String)
  /// A file of faults for the mocks; `reason` is in the user's language.
  case badFaults(path: String, line: Int?, reason: String)
  /// A file of settings for the WeChat mock; `reason` is in the user's language.
  case badWeChat(path: String, line: Int?, reason: String)
  case unknownFaults(name: String, nearest: String?, known: [String])
  case unknownTarget(name: String, nearest: String?, known: [String])
  case unknownSchema(name: String, nearest: String?, known: [String])
  case fileNotWritten(path: String, reason: String)
  /// A bug in linkage itself.
  case bug(detail: String)
}
