import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Probes that read the same at the same time")
struct SharedReadTests {
  @Test("send about as many reads as one, and each measures its own change")
  func shared() async throws {
    let waits = try Waits()
    defer { waits.world.server.stop() }
    let member = try Waits.member()
    let names = ["order", "points", "status"]
    let (history, verdict) = try await waits.run(try names.map { try Waits.wait($0, member) })
    #expect(verdict.status == .passed)
    let sent = waits.world.server.requests("/member").count
    let longest = history.reads("status").count
    #expect(sent <= longest + longest / 3 + 3, "\(sent) for \(longest)")
    #expect(history.requests == sent + 1)
    for (name, step) in zip(names, verdict.steps.dropFirst(2)) {
      let measurement = try #require(step.measurement)
      let latency = try #require(waits.truth(name)) - measurement.acknowledged
      #expect(measurement.latency.lower < latency)
      #expect(latency <= measurement.latency.upper ?? .zero)
      #expect(measurement.reads == history.reads(name).count)
    }
  }

  @Test("point to the read whose exchanges they took")
  func references() async throws {
    let waits = try Waits()
    defer { waits.world.server.stop() }
    let (history, _) = try await waits.runTwo()
    let all = history.completions.map(\.completion)
    let shared = all.filter { $0.shared != nil }
    #expect(!shared.isEmpty)
    for one in shared {
      let sender = all.first { $0.step == one.shared?.step && $0.read == one.shared?.read }
      #expect(sender?.shared == nil)
      #expect(sender?.step != one.step)
      #expect(sender?.exchanges == one.exchanges)
    }
    let reads = all.filter { $0.read != nil }
    let numbered = Set(reads.map { [$0.step.step, $0.read ?? -1] })
    #expect(numbered.count == reads.count)
  }

  @Test("take no read twice, nor one sent before their own write was acknowledged")
  func inOrder() async throws {
    let isWritten = Shared(false)
    let reads = Shared(0)
    let waits = try Waits { request in
      if request.target == "/other" { isWritten.with { $0 = true } }
      guard request.target == "/member" else { return nil }
      let count = isWritten.with { $0 } ? reads.next() : 0
      return .json(#"{"status":\#(count > 45),"points":\#(count > 45)}"#)
    }
    defer { waits.world.server.stop() }
    let member = try Waits.member()
    let flow = Flow(
      name: "f", place: Make.place, inputs: [], actors: [],
      steps: [
        try Make.step("hesitate", Make.operation("look", [Make.request("GET", "/look")])),
        try Make.step("write2", Waits.write("/other")),
        try Waits.wait("points", member, since: "write2"),
      ], outputs: [])
    let (history, verdict) = try await waits.run([
      try Waits.wait("status", member), try Make.step("used", .flow(flow)),
    ])
    #expect(verdict.status == .passed)
    let written = history.completions.first { $0.step == "write2" }?.completion.received
    let acknowledged = try #require(written)
    #expect(history.reads("points").allSatisfy { $0.firstSent ?? Instant(0) > acknowledged })
    #expect(history.reads("points").contains { $0.shared != nil })
    for name in ["points", "status"] {
      let sent = history.reads(name).compactMap(\.firstSent)
      #expect(Set(sent).count == sent.count)
    }
  }

  @Test("share the comparison of two platforms, too")
  func comparisons() async throws {
    let waits = try Waits()
    defer { waits.world.server.stop() }
    let parity = Parity(
      entity: "member",
      reads: try ["here", "there"].map {
        Parity.Read(name: $0, operation: try Waits.member("/\($0)"))
      }, fields: [])
    let (history, verdict) = try await waits.run(
      try ["order", "points"].map { name in
        try Make.step(
          name, .parity(parity), expect: ["out.here.\(name) && out.there.\(name)"],
          since: ["write"])
      })
    #expect(verdict.status == .passed)
    #expect(history.reads("points").contains { $0.shared != nil && $0.exchanges.count == 2 })
    #expect(history.requests == waits.world.server.requests.count)
  }

  @Test("share nothing where the actor is another")
  func actors() async throws {
    let member = try Waits.member()
    try await expectNothingShared(
      try Waits.wait("order", member, as: "alice"), try Waits.wait("points", member, as: "bob"))
  }

  @Test("share nothing where the inputs are others")
  func inputs() async throws {
    let member = try Waits.member()
    try await expectNothingShared(
      try Waits.wait("order", member, as: "alice", with: ["n": "${1}"]),
      try Waits.wait("points", member, as: "alice", with: ["n": "${2}"]))
  }

  @Test("share nothing where the operation is another")
  func operations() async throws {
    try await expectNothingShared(
      try Waits.wait("order", Waits.member(), as: "alice"),
      try Waits.wait("points", Waits.member(), as: "alice"))
  }

  @Test("share nothing where what they send depends on the moment")
  func moments() async throws {
    let member = try Waits.member(query: ["at": "${string(now)}"])
    let later = Flow(
      name: "f", place: Make.place, inputs: [], actors: [],
      steps: [
        try Make.step("write2", Waits.write("/other")),
        try Waits.wait("points", member, since: "write2"),
      ], outputs: [])
    try await expectNothingShared(
      try Waits.wait("order", member, as: "alice"),
      try Make.step("used", .flow(later), as: "alice"))
  }

  private func expectNothingShared(_ one: Step, _ other: Step) async throws {
    let waits = try Waits()
    defer { waits.world.server.stop() }
    let actors = [try Make.actor("alice"), try Make.actor("bob")]
    let (history, verdict) = try await waits.run([one, other], actors: actors)
    #expect(verdict.status == .passed)
    #expect(history.completions.allSatisfy { $0.completion.shared == nil })
    #expect(history.requests == waits.world.server.requests.count)
  }

  @Test("each have a read that was sent at their deadline")
  func deadlines() async throws {
    let waits = try Waits { request in
      request.target == "/member" ? .json(#"{"order":false,"points":false}"#) : nil
    }
    defer { waits.world.server.stop() }
    let member = try Waits.member()
    let (history, verdict) = try await waits.run([
      try Waits.wait("order", member, within: .milliseconds(120)),
      try Waits.wait("points", member, within: .milliseconds(150)),
    ])
    #expect(verdict.findings.map(\.type) == [.fieldMismatch, .fieldMismatch])
    let write = try #require(history.completions.first?.completion.received)
    for (name, within) in [("order", 120), ("points", 150)] {
      let last = try #require(history.reads(name).compactMap(\.firstSent).max())
      #expect(last - write >= .milliseconds(Int64(within)))
    }
    for step in verdict.steps.suffix(2) {
      let measurement = try #require(step.measurement)
      #expect(measurement.latency.lower >= measurement.within)
    }
  }

  @Test("count a read that failed each")
  func failures() async throws {
    let count = Shared(0)
    let waits = try Waits { request in
      guard request.target == "/member" else { return nil }
      return count.next() <= 6 ? .json("{}", status: 500) : nil
    }
    defer { waits.world.server.stop() }
    let (history, verdict) = try await waits.runTwo()
    #expect(verdict.status == .passed)
    let failed = verdict.steps.suffix(2).compactMap { $0.measurement?.failedReads }
    #expect(failed.allSatisfy { (1...6).contains($0) })
    #expect(failed.reduce(0, +) > 6)
    let sent = history.completions.count {
      $0.completion.shared == nil && $0.completion.outcome != .ok
    }
    #expect(sent == 6)
  }

  @Test("go on when one of them is stopped")
  func stopped() async throws {
    let reads = Shared(0)
    let waits = try Waits { request in
      guard request.target == "/member" else { return nil }
      return .json(#"{"order":false,"points":\#(reads.next() > 30)}"#)
    }
    defer { waits.world.server.stop() }
    let member = try Waits.member()
    let order = try Waits.wait("order", member)
    var sync = try #require(order.sync)
    sync.stopIf = try Make.cel("true")
    let (history, verdict) = try await waits.run([
      order.with(sync: sync, isSoft: true), try Waits.wait("points", member),
    ])
    #expect(verdict.findings.map(\.step) == [2])
    #expect(verdict.steps[3].status == .passed)
    let end = history.events.first { event in
      if case .stepEnded(let end) = event.kind { end.step.step == 2 } else { false }
    }
    let stopped = try #require(end?.at)
    #expect(history.reads("points").contains { $0.firstSent ?? stopped > stopped })
  }

  @Test("of a run that is stored give the same verdict when they are judged again")
  func judgedAgain() async throws {
    let waits = try Waits()
    defer { waits.world.server.stop() }
    let (history, _) = try await waits.runTwo()
    let stored = try ValueEncoder().encode(history.events).json()
    #expect(stored.contains(#""shared":"#))
    let events = try ValueDecoder().decode([Event].self, from: Value(json: stored))
    #expect(events == history.events)
    let again = History(header: history.header, outline: history.outline, events: events)
    #expect(Judge.verdict(of: again) == Judge.verdict(of: history))
  }
}
