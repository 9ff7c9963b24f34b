import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Faults")
struct FaultTests {
  @Test("are taken off by the step that heals them, with what putting them on gave")
  func heals() async throws {
    let world = try FaultWorld()
    defer { world.stop() }
    let (history, verdict) = try await world.run([
      try world.cut("cut"), try Make.step("write", world.get("/write")),
      try Make.step("join", .heal(HealAction(faults: ["cut"]))),
      try Make.step("read", world.get("/read"), expect: ["cut.out.ticket == 'T7'"]),
    ])
    #expect(verdict.status == .passed, "\(verdict.findings)")
    #expect(
      world.targets == ["/cut?link=mini→web&id=run-0-0", "/write", "/join?ticket=T7", "/read"])
    #expect(history.reads(ofStep: 0) == [nil, 0])
    let shared = history.completions(ofStep: 2).map(\.shared)
    let off = ReadReference(step: StepReference(case: 0, step: 0), read: 0)
    #expect(shared == [off])
  }

  @Test("heal by themselves after their length while the journey goes on")
  func length() async throws {
    let world = try FaultWorld()
    defer { world.stop() }
    let look = try Make.operation(
      "look", [Make.request("GET", "/state", out: ["cut": "http.body.cut"])])
    let (history, verdict) = try await world.run([
      try world.cut("cut", length: .milliseconds(80)),
      try Make.step("broken", look, expect: ["out.cut"]),
      try Make.step("healed", look, expect: ["!out.cut"], since: ["cut"]),
      try Make.step("join", .heal(HealAction(faults: []))),
    ])
    #expect(verdict.status == .passed, "\(verdict.findings)")
    #expect(world.targets.filter { $0.hasPrefix("/join") }.count == 1)
    #expect(world.targets.first == "/cut?link=mini→web&lengthMs=80&id=run-0-0")
    #expect(history.reads(ofStep: 0) == [nil, 0])
    #expect(history.completions(ofStep: 3).map(\.exchanges.count) == [0])
  }

  @Test("are taken off when a step fails, before anything is cleaned up")
  func failure() async throws {
    let world = try FaultWorld()
    defer { world.stop() }
    let (_, verdict) = try await world.run([
      try world.cut("cut"), try Make.step("wrong", world.get("/read"), expect: ["false"]),
      try Make.step("last", world.get("/last"), finally: true),
    ])
    #expect(verdict.status == .failed)
    #expect(verdict.findings.map(\.step) == [1])
    #expect(Array(world.targets.suffix(2)) == ["/join?ticket=T7", "/last"])
  }

  @Test("are taken off when the run is interrupted")
  func interruption() async throws {
    let world = try FaultWorld(hangs: true)
    defer { world.stop() }
    let scenario = Make.scenario(
      target: try world.target(), [try world.cut("cut"), try Make.step("hang", world.get("/hang"))])
    let task = Task { await world.world.run([scenario]) }
    await world.hasHung()
    task.cancel()
    let history = await task.value
    #expect(world.targets.last == "/join?ticket=T7")
    #expect(Judge.verdict(of: history).cases[0].status == .interrupted)
    guard case .caseEnded = history.events.dropLast().last?.kind else {
      Issue.record("the journey ended before its fault was off")
      return
    }
  }

  @Test("are taken off again and again where that does not work at once")
  func stubborn() async throws {
    let world = try FaultWorld(failures: 1)
    defer { world.stop() }
    let (history, verdict) = try await world.run([
      try world.cut("cut"), try Make.step("read", world.get("/read")),
    ])
    #expect(verdict.status == .passed, "\(verdict.findings)")
    #expect(history.reads(ofStep: 0) == [nil, 0, 1])
  }

  @Test("that cannot be taken off leave a journey that decides nothing")
  func broken() async throws {
    let world = try FaultWorld(failures: .max)
    defer { world.stop() }
    let (_, verdict) = try await world.run([
      try world.cut("cut"), try Make.step("join", .heal(HealAction(faults: ["cut"]))),
    ])
    #expect(verdict.status == .errored)
    #expect(Set(verdict.findings.map(\.type)) == [.unknownOutcome])
  }

  @Test("that are refused are not taken off, and fail the journey")
  func refused() async throws {
    let world = try FaultWorld(refusal: 403)
    defer { world.stop() }
    let (_, verdict) = try await world.run([
      try world.cut("cut"), try Make.step("read", world.get("/read")),
    ])
    #expect(verdict.status == .failed)
    #expect(verdict.findings.map(\.type) == [.refused])
    #expect(world.targets.map { $0.prefix(4) } == ["/cut"])
  }

  @Test("whose refusal has no name are told by it, and not by what came of taking them off")
  func unnamed() async throws {
    let world = try FaultWorld(failures: .max, refusal: 422)
    defer { world.stop() }
    let (_, verdict) = try await world.run([try world.cut("cut")])
    let finding = try #require(verdict.findings.first)
    #expect(verdict.findings.count == 1 && finding.type == .unexpectedAnswer)
    guard case .unexpected(status: 422, _) = finding.outcome else {
      Issue.record("\(String(describing: finding.outcome))")
      return
    }
  }

  @Test("that cleaning up puts on are taken off at the end")
  func inFinally() async throws {
    let world = try FaultWorld()
    defer { world.stop() }
    let (_, verdict) = try await world.run([
      try Make.step("read", world.get("/read")), try world.cut("cut", finally: true),
    ])
    #expect(verdict.status == .passed && verdict.cleanup.isEmpty)
    #expect(world.targets.last == "/join?ticket=T7")
  }

  @Test("that the target cannot make leave their scenario out")
  func lacking() async throws {
    let world = try FaultWorld()
    defer { world.stop() }
    let fault = FaultAction(link: "both", type: "duplicate", length: nil, fault: nil)
    let (_, verdict) = try await world.run([try Make.step("twice", .fault(fault))])
    #expect(verdict.skip == .notOnTarget(operation: "fault both duplicate"))
    #expect(world.targets.isEmpty)
  }

  @Test("that run together with other steps are healed with them")
  func together() async throws {
    let world = try FaultWorld()
    defer { world.stop() }
    let (_, verdict) = try await world.run([
      try Make.step("both", .together([try world.cut("cut"), try Make.step("b", world.get("/b"))]))
    ])
    #expect(verdict.status == .passed, "\(verdict.findings)")
    #expect(world.targets.last == "/join?ticket=T7")
  }

  @Test("never meet a scenario of the same run that they would disturb")
  func alone() async throws {
    let world = try FaultWorld()
    defer { world.stop() }
    let target = try world.target()
    let others = try (1...6).map { number in
      Make.scenario(
        "o\(number)", target: target,
        try (1...3).map { try Make.step("s\($0)", world.get("/other")) })
    }
    let breaking = Make.scenario(
      "breaking", target: target,
      [try world.cut("cut"), try Make.step("read", world.get("/read"))])
    let history = await world.world.run([others[0], breaking] + others.dropFirst())
    let targets = world.targets.map { String($0.prefix { $0 != "?" }) }
    let start = try #require(targets.firstIndex(of: "/cut"))
    #expect(targets[start...].prefix(3) == ["/cut", "/read", "/join"])
    #expect(targets.filter { $0 == "/other" }.count == 18)
    #expect(Judge.verdict(of: history).judgement == .pass)
  }

  @Test("a clock is handed how far it goes, in milliseconds")
  func clock() async throws {
    let world = try FaultWorld()
    defer { world.stop() }
    let move = try Make.operation(
      "ops.clock", [Make.request("POST", "/clock", query: ["ms": "${with.ms}"])], isWrite: true)
    let action = ClockAction(
      advance: .seconds(7200), action: Target.Fault.Action(operation: move, with: []))
    let step = Step(
      id: "later", place: Make.place, body: .clock(action), actor: nil,
      with: [Template.Entry(key: "ms", value: .constant(.int(7_200_000)))])
    let (_, verdict) = try await world.run([step])
    #expect(verdict.status == .passed, "\(verdict.findings)")
    #expect(world.targets == ["/clock?ms=7200000"])
  }
}

extension History {
  fileprivate func completions(ofStep step: Int) -> [Completion] {
    events.compactMap {
      guard case .completed(let completion) = $0.kind, completion.step.step == step else {
        return nil
      }
      return completion
    }
  }

  fileprivate func reads(ofStep step: Int) -> [Int?] { completions(ofStep: step).map(\.read) }
}
