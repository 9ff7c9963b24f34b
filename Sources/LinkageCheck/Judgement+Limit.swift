import LinkageCore
import LinkageStatistics

extension Judgement {
  init(_ answer: LimitAnswer) {
    switch answer {
    case .within: self = .pass
    case .beyond: self = .fail
    case .undecided: self = .unknown
    }
  }
}
