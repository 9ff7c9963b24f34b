public import Values

/// One entry of the append-only history.
public struct Event: Sendable, Hashable, Codable {
  public var at: Instant
  public var kind: Kind

  public enum Kind: Sendable, Hashable, Codable {
    case caseStarted(case: Int)
    case invoked(Invocation)
    case completed(Completion)
    case stepEnded(StepEnd)
    case caseEnded(CaseEnd)
    case runEnded(RunEnd)
  }

  public init(at: Instant, kind: Kind) {
    self.at = at
    self.kind = kind
  }
}

/// Which step of which case, as positions in the outline.
public struct StepReference: Sendable, Hashable, Codable {
  public var `case`: Int
  public var step: Int

  public init(`case`: Int, step: Int) {
    self.case = `case`
    self.step = step
  }
}

/// An operation is about to be sent.
public struct Invocation: Sendable, Hashable, Codable {
  public var step: StepReference
  /// Which read of a probe, from 0; `nil` for an operation done once.
  public var read: Int?
  /// When the schedule wanted it sent.
  public var planned: Instant?
  public var inputs: Value

  public init(step: StepReference, read: Int?, planned: Instant?, inputs: Value) {
    self.step = step
    self.read = read
    self.planned = planned
    self.inputs = inputs
  }
}

/// What came of an operation.
public struct Completion: Sendable, Hashable, Codable {
  public var step: StepReference
  public var read: Int?
  public var outcome: Outcome
  /// What was captured, converted to the contract's types; `null` without.
  public var output: Value
  public var exchanges: [Exchange]
  /// One entry for each expectation of the outline, in its order; empty where none was evaluated.
  public var conditions: [Condition]

  public init(
    step: StepReference, read: Int?, outcome: Outcome, output: Value, exchanges: [Exchange],
    conditions: [Condition]
  ) {
    self.step = step
    self.read = read
    self.outcome = outcome
    self.output = output
    self.exchanges = exchanges
    self.conditions = conditions
  }

  /// The committing request's: the last one. `nil` when nothing was sent.
  public var sent: Instant? { exchanges.last?.sent }
  /// When the last answer, or its failure, was received.
  public var received: Instant? { exchanges.last?.received }
  /// When the first request of a read went out.
  public var firstSent: Instant? { exchanges.first?.sent }
}

/// How an operation ended.
public enum Outcome: Sendable, Hashable, Codable {
  /// It happened.
  case ok
  /// It definitely did not: a named error.
  case refused(error: String)
  /// Nobody knows: time-out, lost connection, 5xx that no rule names.
  case unknown(reason: TransportFailure?, status: Int?)
  /// An answer that no rule covers; treated as unknown.
  case unexpected(status: Int, detail: String?)
  /// It was definitely never sent.
  case unreachable(TransportFailure)
}

/// One condition, evaluated after an operation.
public struct Condition: Sendable, Hashable, Codable {
  /// `nil` when it could not be evaluated.
  public var holds: Bool?
  /// The values of its parts where it does not hold.
  public var parts: [Part]
  /// Why it could not be evaluated.
  public var problem: String?

  public init(holds: Bool?, parts: [Part], problem: String?) {
    self.holds = holds
    self.parts = parts
    self.problem = problem
  }

  public struct Part: Sendable, Hashable, Codable {
    /// Offset and length in the condition's text, in UTF-8 bytes.
    public var offset: Int
    public var length: Int
    public var text: String
    /// CEL's name of the type; `nil` when the part could not be evaluated.
    public var type: String?
    public var value: Value
    public var problem: String?

    public init(
      offset: Int, length: Int, text: String, type: String?, value: Value, problem: String?
    ) {
      self.offset = offset
      self.length = length
      self.text = text
      self.type = type
      self.value = value
      self.problem = problem
    }
  }
}

/// A step is over.
public struct StepEnd: Sendable, Hashable, Codable {
  public var step: StepReference
  public var reason: Reason

  public init(step: StepReference, reason: Reason) {
    self.step = step
    self.reason = reason
  }

  public enum Reason: Sendable, Hashable, Codable {
    case satisfied
    case unsatisfied
    case deadline
    case stopped
    case skipped(SkipReason)
    case interrupted
    /// Inputs could not be computed.
    case notRunnable(problem: String, place: Place?)
  }
}

/// A case is over.
public struct CaseEnd: Sendable, Hashable, Codable {
  public var `case`: Int
  public var reason: Reason

  public init(`case`: Int, reason: Reason) {
    self.case = `case`
    self.reason = reason
  }

  public enum Reason: Sendable, Hashable, Codable {
    case finished
    case skipped(SkipReason)
    case interrupted
  }
}

public enum SkipReason: Sendable, Hashable, Codable {
  case when
  case missingReference(String)
  case writesDenied(operation: String)
  case notOnTarget(operation: String)
}

/// The whole run is over.
public struct RunEnd: Sendable, Hashable, Codable {
  public var wasInterrupted: Bool
  /// How late the loops' timers were.
  public var lateness: Lateness?

  public init(wasInterrupted: Bool, lateness: Lateness?) {
    self.wasInterrupted = wasInterrupted
    self.lateness = lateness
  }

  public struct Lateness: Sendable, Hashable, Codable {
    public var p50: Nanoseconds
    public var p99: Nanoseconds
    public var max: Nanoseconds

    public init(p50: Nanoseconds, p99: Nanoseconds, max: Nanoseconds) {
      self.p50 = p50
      self.p99 = p99
      self.max = max
    }
  }
}
