import LinkageCheck
import LinkageCore
import Testing

@Suite("Judging what waits for several writes")
struct WritesJudgeTests {
  private func measurement(_ tiny: TinyHistory) -> Measurement? {
    Judge.verdict(of: tiny.history()).cases[0].steps.compactMap(\.measurement).last
  }

  @Test("the clock starts at the last acknowledgement, whichever write that is")
  func last() {
    var tiny = TinyHistory()
    tiny.step("one")
    tiny.done(1, 40)
    tiny.end()
    tiny.step("two")
    tiny.done(2, 20)
    tiny.end()
    tiny.step("seen", expect: ["a"], since: ["one", "two"])
    tiny.done(41, 45, holds: [true], read: 0)
    tiny.end()
    #expect(measurement(tiny)?.acknowledged == TinyHistory.at(40))
  }

  @Test("the link begins where the last acknowledgement came from", arguments: [20, 60])
  func link(mini: Int64) {
    var tiny = TinyHistory()
    tiny.step("here", platform: "web")
    tiny.done(1, 40)
    tiny.end()
    tiny.step("there", platform: "mini")
    tiny.done(2, mini)
    tiny.end()
    tiny.step("seen", expect: ["a"], since: ["here", "there"], platform: "web")
    tiny.done(61, 65, holds: [true], read: 0)
    tiny.end()
    let from = mini > 40 ? "mini" : "web"
    #expect(measurement(tiny)?.link == Link(entity: "order", from: from, to: "web"))
  }

  @Test("a parity's link leads to the side that was not written last")
  func parityLink() {
    var tiny = TinyHistory()
    tiny.step("here", platform: "web")
    tiny.done(1, 40)
    tiny.end()
    tiny.step("there", platform: "mini")
    tiny.done(2, 20)
    tiny.end()
    tiny.step(
      "same", expect: ["a"], since: ["here", "there"],
      kind: .parity(reads: ["web", "mini"], entity: nil), platform: "web")
    tiny.done(61, 65, holds: [true], read: 0, platforms: ["web", "mini"])
    tiny.end()
    #expect(measurement(tiny)?.link == Link(entity: "order", from: "web", to: "mini"))
  }

  @Test("one that was refused is not waited for")
  func refused() {
    var tiny = TinyHistory()
    tiny.step("one")
    tiny.done(1, 10)
    tiny.end()
    tiny.step("two", mayFail: ["sold_out"])
    tiny.done(11, 30, .refused(error: "sold_out"))
    tiny.end()
    tiny.step("seen", expect: ["a"], since: ["one", "two"])
    tiny.done(31, 32, holds: [true], read: 0)
    tiny.end()
    #expect(measurement(tiny)?.acknowledged == TinyHistory.at(10))
  }

  @Test("one that came after the reads, as a flow's clean-up, is not waited for")
  func later() {
    var tiny = TinyHistory()
    tiny.step("member", kind: .flow)
    tiny.step("register", depth: 1)
    tiny.done(1, 10)
    tiny.end()
    tiny.step("remove", isFinally: true, depth: 1)
    tiny.end(step: 0)
    tiny.step("seen", expect: ["a"], since: ["register", "remove"])
    tiny.done(11, 12, holds: [true], read: 0)
    tiny.end()
    tiny.done(90, 95, step: 2)
    tiny.end(step: 2)
    #expect(measurement(tiny)?.acknowledged == TinyHistory.at(10))
  }

  @Test("of a log-in that was itself repeated the first answer that showed it counts")
  func repeated() {
    var tiny = TinyHistory()
    tiny.step("register")
    tiny.done(1, 5)
    tiny.end()
    tiny.step("login", expect: ["a"], since: ["register"])
    tiny.done(6, 9, holds: [true], read: 1)
    tiny.done(6, 12, holds: [true], read: 0)
    tiny.end()
    tiny.step("seen", expect: ["a"], since: ["login"])
    tiny.done(20, 21, holds: [true], read: 0)
    tiny.end()
    #expect(measurement(tiny)?.acknowledged == TinyHistory.at(9))
  }
}
