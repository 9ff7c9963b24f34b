import LinkageCheck
import LinkageCore
import Values

/// What contracts promise beyond reading and writing, said of the operation added last.
extension TinyShop {
  /// Points that are the sum of their entries and never below zero, seen at once where they are made.
  static let account: Contract.Entity = {
    var account = TinyShop.points
    account.fields[1].least = 0
    return account
  }()

  static func ledger(of entries: [(id: String, amount: Int64)]) -> Value {
    .list(
      entries.map {
        .map(["entryId": .string($0.id), "amount": .int($0.amount)])
      })
  }

  mutating func promise(_ effects: Contract.Effects, in number: Int = 0) {
    guard let place = cases[number].indices.last else { return }
    cases[number][place].effects = effects
  }

  /// Moves the clock, for which a case needs a system of its own.
  mutating func moveClock(in number: Int, at times: (Int64, Int64)) {
    let step = step(
      "console", nil, "wait", reads: [], writes: [], kind: .clock(advance: .seconds(1)), number)
    done(step, platform: "console", times, .ok, .null, .null, read: nil)
  }

  mutating func answer(_ text: String, headers: [HeaderField] = []) {
    guard let place = events.indices.last, case .completed(var completion) = events[place].kind
    else { return }
    for index in completion.exchanges.indices {
      completion.exchanges[index].answer = text
      completion.exchanges[index].answerHeaders = headers
    }
    events[place].kind = .completed(completion)
  }

  mutating func brought(_ actor: String, _ fields: Value, made: [String], case number: Int = 0) {
    let actor = ActorFields(case: number, actor: actor, fields: fields, made: made)
    events.append(Event(at: events.last?.at ?? TinyHistory.at(0), kind: .actor(actor)))
  }

  /// Earns or, below zero, spends points.
  @discardableResult
  mutating func move(
    _ platform: String, _ amount: Int64, entry: String? = nil, by actor: String = "alice",
    at times: (Int64, Int64), _ outcome: Outcome = .ok
  ) -> Int {
    var out: Value = .map([:])
    if let entry { out = .map(["entryId": .string(entry)]) }
    let position = write(
      actor, platform, "points", at: times, outcome, out: out,
      with: .map(["memberId": "m", "amount": .int(abs(amount))]))
    let part = Contract.Effects.Part(entity: "points", field: "amount")
    promise(amount > 0 ? Contract.Effects(adds: [part]) : Contract.Effects(takes: [part]))
    return position
  }

  @discardableResult
  mutating func balance(
    _ platform: String, _ points: Int64, _ entries: [(id: String, amount: Int64)]? = nil,
    at times: (Int64, Int64)
  ) -> Int {
    var out: ValueMap = ["memberId": "m", "points": .int(points)]
    if let entries { out["entries"] = Self.ledger(of: entries) }
    return read("alice", platform, "points", at: times, out: .map(out))
  }
}

/// What befalls the system itself.
extension TinyShop {
  /// Something is broken from the first time to the second.
  mutating func fault(from: Int64, to: Int64, in number: Int = 0) {
    let step = step(
      "web", nil, "break", reads: [], writes: [],
      kind: .fault(link: "both", type: "drop", length: nil), number)
    done(step, platform: "console", (from, from), .ok, .map([:]), .null, read: nil)
    done(step, platform: "console", (to, to), .ok, .map([:]), .null, read: 1)
  }

  /// A request that no contract knows.
  mutating func post(at times: (Int64, Int64), in number: Int = 0) {
    let step = step("web", nil, "post", reads: [], writes: [], number)
    cases[step.case][step.step].isWrite = true
    done(step, platform: "web", times, .ok, .map([:]), .null, read: nil)
  }
}

extension CheckResult {
  /// The types of the violations, for short assertions.
  var types: [FailureType] { violations.map(\.type) }
}
