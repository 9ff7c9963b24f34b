import LinkageCore

/// The parts of a journey's text.
enum JourneySection {
  case rows, actors, steps, cleanUp
}

/// The sentences about journeys in one language. Platforms come with their titles.
protocol JourneyWords: Sendable {
  func heading(_ section: JourneySection) -> String
  func actor(_ name: String, fields: [String]) -> String

  // What is done
  func operation(_ name: String, by actor: String?, on platform: String) -> String
  func request(_ request: String, by actor: String?, to platform: String) -> String
  func effect(reads: [String], writes: [String]) -> String?
  func inputs(_ inputs: [(name: String, value: String)]) -> String
  func parity(_ entity: String?, of actor: String?, reads: [(operation: String, platform: String)])
    -> String
  func sameFields(_ fields: [String]) -> String
  func together() -> String
  func flow(_ name: String, by actor: String?) -> String
  func fault(_ type: String, link: String) -> String
  func healsAfter(_ length: Nanoseconds) -> String
  /// - Parameter faults: the ids of the steps that broke it; empty for all.
  func heals(_ faults: [String]) -> String
  func clock(_ advance: Nanoseconds) -> String
  func rounds(_ count: Int, every: Nanoseconds?) -> String

  // What is waited for
  func waits(for steps: [String], entity: String?, from: String, to: String) -> String
  func arrives(_ conditions: [String]) -> String
  func limits(within: Nanoseconds, slo: Nanoseconds?, promised: Nanoseconds?) -> String
  func hold(_ length: Nanoseconds) -> String
  func stopIf(_ condition: String) -> String
  func stays(_ length: Nanoseconds) -> String

  // What must hold
  func mustHold(_ conditions: [String]) -> String
  func fails(_ error: String) -> String
  func mayFail(_ errors: [String]) -> String
  func when(_ condition: String) -> String
  func soft() -> String
  func lets(_ lets: [(name: String, value: String)]) -> String
}

extension Language {
  var journeyWords: any JourneyWords {
    self == .chinese ? ChineseJourneyWords() : EnglishJourneyWords()
  }
}
