import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("The spacing of reads")
struct ReadSpacingTests {
  /// One probe of each step, with its reads due at these times in milliseconds.
  private func history(_ probes: [[Int64]], late p99: Int64?) -> History {
    var tiny = TinyHistory()
    for (number, moments) in probes.enumerated() {
      tiny.step("s\(number)", expect: ["x"], since: ["w"])
      for (read, moment) in moments.enumerated() {
        let reference = StepReference(case: 0, step: number)
        let invocation = Invocation(
          step: reference, read: read, planned: TinyHistory.at(moment), inputs: .null)
        tiny.events.append(Event(at: TinyHistory.at(moment), kind: .invoked(invocation)))
      }
    }
    var history = tiny.history(interrupted: nil)
    let lateness = p99.map {
      RunEnd.Lateness(p50: .zero, p99: .milliseconds($0), max: .milliseconds($0))
    }
    let end = RunEnd(wasInterrupted: false, lateness: lateness)
    history.events.append(Event(at: TinyHistory.at(0), kind: .runEnded(end)))
    return history
  }

  private func verdict(_ probes: [[Int64]], late p99: Int64?) -> Verdict {
    Judge.verdict(of: history(probes, late: p99))
  }

  @Test("is the median of all gaps, each probe counted by itself")
  func median() {
    #expect(verdict([[0, 1, 3], [100, 105]], late: 1).readSpacing == .milliseconds(2))
    #expect(verdict([[0, 1, 3, 8, 18]], late: 1).readSpacing == .milliseconds(2))
  }

  @Test("is not known where nothing was read twice, and then nothing is distrusted")
  func unknown() {
    let verdict = verdict([[5], [9]], late: 50)
    #expect(verdict.readSpacing == nil)
    #expect(verdict.areLatenciesTrusted)
  }

  @Test("is what timers must not be later than", arguments: [(2, true), (3, false)])
  func trust(late: Int64, isTrusted: Bool) {
    #expect(verdict([[0, 2, 4]], late: late).areLatenciesTrusted == isTrusted)
  }

  @Test("is trusted where no timer was set")
  func noTimers() {
    #expect(verdict([[0, 2, 4]], late: nil).areLatenciesTrusted)
  }
}
