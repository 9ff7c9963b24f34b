/// What a step does.
public indirect enum StepBody: Sendable {
  case operation(Operation)
  /// An entity is read on several platforms and compared.
  case parity(Parity)
  /// Steps that begin at the same instant.
  case together([Step])
  /// Steps of another file, in a scope of their own.
  case flow(Flow)
  /// Something of the system is broken.
  case fault(FaultAction)
  /// What was broken is mended.
  case heal(HealAction)
  /// The system's clock is moved.
  case clock(ClockAction)

  /// Whether it changes the system itself, for whoever else uses it, too.
  public var changesSystem: Bool {
    switch self {
    case .fault, .heal, .clock: true
    case .operation, .parity, .together, .flow: false
    }
  }

  /// What the target cannot do of it: `fault mini→web partition`; `nil` where it can.
  public var lacking: String? {
    switch self {
    case .fault(let fault): fault.fault == nil ? fault.name : nil
    case .clock(let clock): clock.action == nil ? ClockAction.name : nil
    case .operation, .parity, .together, .flow, .heal: nil
    }
  }
}
