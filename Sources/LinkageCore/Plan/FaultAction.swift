/// A fault that a step puts on the system.
public struct FaultAction: Sendable {
  /// `web→mini`, `mini→web` or `both`.
  public var link: String
  /// What is broken: `partition`, `duplicate`, …
  public var type: String
  /// After how long it heals by itself; `nil` for one that stays until it is healed.
  public var length: Nanoseconds?
  /// How the target does it; `nil` where it cannot.
  public var fault: Target.Fault?

  public init(link: String, type: String, length: Nanoseconds?, fault: Target.Fault?) {
    self.link = link
    self.type = type
    self.length = length
    self.fault = fault
  }

  /// `fault mini→web partition`.
  public var name: String { "fault \(link) \(type)" }
}

/// Faults that a step takes off again.
public struct HealAction: Sendable {
  /// The ids of the steps that put them on; empty for every fault of the scenario.
  public var faults: [String]

  public init(faults: [String]) { self.faults = faults }

  /// `heal cut`, `heal all`.
  public var name: String {
    "heal " + (faults.isEmpty ? "all" : faults.joined(separator: ", "))
  }
}

/// A step that moves the system's clock.
public struct ClockAction: Sendable {
  public var advance: Nanoseconds
  /// How the target does it; `nil` where it cannot.
  public var action: Target.Fault.Action?

  public init(advance: Nanoseconds, action: Target.Fault.Action?) {
    self.advance = advance
    self.action = action
  }

  public static let name = "clock advance"
}
