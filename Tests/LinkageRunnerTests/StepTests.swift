import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("A step of a journey")
struct StepTests {
  private static let people = """
    scenario: journey
    actors:
      alice: { phone: "${fake.phone()}", password: "Hidden-Pa55word", name: Alice }
      bob: { phone: "${fake.phone()}", password: "Hidden-Pa55word", name: Bob }
    steps:
      - { id: register, do: web.register, as: alice }
      - { id: other, do: web.register, as: bob }

    """

  /// Runs two registrations and what is given, against mocks of its own.
  private func run(
    _ steps: String, linkLatency: Duration = .zero, linkDown: Bool = false
  ) async throws -> (history: History, verdict: Verdict) {
    let world = try await JourneyWorld(linkLatency: linkLatency, linkDown: linkDown)
    let history = try await world.run(text: Self.people + steps)
    await world.stop()
    return (history, Judge.verdict(of: history))
  }

  private func types(_ verdict: Verdict) -> [FailureType] {
    verdict.cases[0].findings.map(\.type)
  }

  @Test("is skipped unless its `when` holds")
  func when() async throws {
    let (_, verdict) = try await run(
      """
        - { id: never, do: web.member, as: alice, when: register.out.points > 0 }
        - { id: always, do: web.member, as: alice, when: register.out.points == 0 }
      """)
    #expect(verdict.cases[0].steps.map(\.status) == [.passed, .passed, .skipped, .passed])
    #expect(verdict.judgement == .pass)
  }

  @Test("whose `when` has no answer is not skipped silently")
  func whenWithoutAnswer() async throws {
    let (_, verdict) = try await run(
      "  - { id: odd, do: web.member, as: alice, when: register.http.body.nothing }")
    #expect(types(verdict) == [.notRunnable])
  }

  @Test("that is soft fails, and the journey goes on")
  func soft() async throws {
    let (_, verdict) = try await run(
      """
        - { id: wrong, do: web.member, as: alice, soft: true, expect: [ out.points == 7 ] }
        - { id: next, do: web.member, as: alice }
      """)
    #expect(types(verdict) == [.expectationNotMet])
    #expect(verdict.cases[0].steps.last?.status == .passed)
  }

  @Test("ends the journey when it fails, and `finally` runs all the same")
  func finally() async throws {
    let (_, verdict) = try await run(
      """
        - { id: wrong, do: web.member, as: alice, expect: [ out.points == 7 ] }
        - { id: next, do: web.member, as: alice }
      finally:
        - { do: web.deleteMember, as: alice }
        - { do: web.findOrder, as: alice, with: { orderId: "${next.out.memberId}" } }
        - { do: web.deleteMember, as: bob }
      """)
    let steps = verdict.cases[0].steps
    #expect(steps.map(\.status).suffix(5) == [.failed, .notRun, .passed, .skipped, .passed])
    #expect(types(verdict) == [.expectationNotMet])
    #expect(verdict.cases[0].cleanup.isEmpty)
  }

  @Test("gives further names to later steps by `let`")
  func lets() async throws {
    let (_, verdict) = try await run(
      """
        - { id: page, do: web.member, as: alice, let: { twice: out.points * 2 + 4 } }
        - { id: next, do: web.member, as: alice, expect: [ twice == 4 ] }
      """)
    #expect(verdict.judgement == .pass)
  }

  @Test("sees its own actor's session and no other's")
  func sessions() async throws {
    let (_, verdict) = try await run(
      """
        - { id: mine, do: web.member, as: alice, expect: [ out.memberId == register.out.memberId ] }
        - { id: his, do: web.member, as: bob, expect: [ out.memberId == other.out.memberId ] }
        - { id: nobody, do: web.member, fails: not_logged_in }
      """)
    #expect(verdict.judgement == .pass, "\(verdict.cases[0].findings)")
  }

  @Test("that must be refused and is refused for another reason fails")
  func refused() async throws {
    let (_, verdict) = try await run(
      "  - { id: again, do: web.register, as: alice, fails: invalid_phone }")
    #expect(types(verdict) == [.notRefused])
  }

  @Test("that waits for a change that never was is not passed over")
  func nothingToWaitFor() async throws {
    let (_, verdict) = try await run(
      """
        - { id: again, do: web.register, as: alice, may_fail: [phone_taken], let: { twin: out.memberId } }
        - { id: login, do: mini.login, as: alice, sync: { since: again } }
      """)
    #expect(types(verdict) == [.notRunnable])
    #expect(verdict.judgement == .unknown)
  }

  @Test("whose inputs have no value is not run, and says where")
  func notRunnable() async throws {
    let (_, verdict) = try await run(
      """
        - { id: earn, do: web.earnPoints, as: alice,
            with: { amount: "${1 / register.out.points}", reason: x } }
      """)
    #expect(types(verdict) == [.notRunnable])
    #expect(verdict.cases[0].findings[0].place?.line == 9)
    #expect(verdict.judgement == .unknown)
  }

  @Test("ends its wait by `stop_if`")
  func stopIf() async throws {
    let (history, verdict) = try await run(
      """
        - { id: login, do: mini.login, as: alice,
            sync: { since: register, within: 600s, stop_if: outcome == 'not_registered' } }
      """, linkDown: true)
    #expect(types(verdict) == [.notSynced])
    #expect(history.completions.filter { $0.step == "login" }.count <= 8)
  }

  @Test("that missed the change at its deadline reads once more, after that answer")
  func confirmed() async throws {
    let (history, verdict) = try await run(
      """
        - { id: login, do: mini.login, as: alice, sync: { since: register, within: 100ms } }
      """, linkDown: true)
    #expect(types(verdict) == [.notSynced])
    let reads = history.completions.filter { $0.step == "login" }.map(\.completion)
    let last = try #require(reads.last)
    let before = reads.dropLast()
    let written = history.completions.last { $0.step == "register" }?.completion
    let acknowledged = try #require(written?.received)
    let sent = try #require(last.firstSent)
    #expect(before.allSatisfy { $0.received.map { $0 < sent } ?? false })
    #expect(
      before.contains { $0.firstSent.map { $0 - acknowledged >= .milliseconds(100) } ?? false })
  }

  @Test("that is definitely slower than its own bound is Slow")
  func slow() async throws {
    let (_, verdict) = try await run(
      "  - { id: login, do: mini.login, as: alice, sync: { since: register, slo: 40ms, within: 60s } }",
      linkLatency: .seconds(3))
    #expect(types(verdict) == [.slow])
    #expect(verdict.cases[0].steps[2].measurement?.sloAnswer == .fail)
  }

  @Test("that holds goes on reading after the arrival")
  func hold() async throws {
    let (history, verdict) = try await run(
      """
        - { id: login, do: mini.login, as: alice, sync: { since: register } }
        - { id: earn, do: web.earnPoints, as: alice, with: { amount: 5, reason: x } }
        - { id: seen, do: mini.points, as: alice, sync: { since: earn, hold: 80ms },
            expect: [ out.points == 5 ] }
      """)
    #expect(verdict.judgement == .pass)
    let reads = history.completions.filter { $0.step == "seen" }.map(\.completion)
    let arrived = reads.filter { $0.conditions.first?.holds == true }
    let first = try #require(arrived.compactMap(\.received).min())
    let last = try #require(arrived.compactMap(\.sent).max())
    #expect(last - first > .milliseconds(60))
  }

  @Test("keeps no secret in the history, neither a password nor a session's token")
  func secrets() async throws {
    let (history, verdict) = try await run(
      """
        - { id: login, do: mini.login, as: alice, sync: { since: register } }
        - { id: member, do: mini.member, as: alice }
      """)
    #expect(verdict.judgement == .pass)
    let text = try ValueEncoder().encode(history.events).json()
    #expect(!text.contains("Hidden-Pa55word"))
    #expect(text.contains("‹secret "))
    #expect(!text.contains(/Bearer [A-Za-z0-9]/))
    #expect(!text.contains(/"token":"[A-Za-z0-9]/))
  }

  @Test("of an operation that the target lacks skips the whole scenario")
  func notOnTarget() async throws {
    let world = try await JourneyWorld()
    let history = try await world.run(
      text: """
        scenario: lacking
        actors: { alice: { phone: "${fake.phone()}", password: "Hidden-Pa55word" } }
        steps:
          - { id: register, do: web.register, as: alice }
          - { id: gone, do: web.fly, as: alice }
        """, contract: { $0 + "  web.fly:\n    reads: [member]\n" })
    await world.stop()
    let verdict = Judge.verdict(of: history)
    #expect(verdict.cases[0].status == .skipped)
    #expect(verdict.cases[0].skip == .notOnTarget(operation: "web.fly"))
  }
}
