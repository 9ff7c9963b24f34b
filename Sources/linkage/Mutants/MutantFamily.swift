import ArgumentParser
import MockKit

/// What a suite must do with a fault: notice a defect, and stand what a correct link stands.
enum MutantFamily: String, ExpressibleByArgument, CaseIterable, Sendable {
  case defect, benign
}

extension FaultKind {
  var mutantFamily: MutantFamily { family == .defect ? .defect : .benign }
}
