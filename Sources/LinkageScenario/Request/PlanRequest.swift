package import CEL

/// All that a plan is made from; nothing else is looked at, neither files nor the process.
package struct PlanRequest: Sendable {
  package var scenarios: [SourceInput]
  package var contract: SourceInput?
  package var target: SourceInput?
  /// Flows to be checked by themselves; those that scenarios use need not be among them.
  package var flows: [SourceInput]
  /// Gives the text of a file that another one names (`extends`, `use`), by its path seen from
  /// where that file's own path is seen; `nil` when there is no such file.
  package var file: @Sendable (_ path: String) -> String?
  /// Gives the content of a file that a request sends or that `tls` names, by its path; `nil` when
  /// there is none.
  package var bytes: @Sendable (_ path: String) -> [UInt8]?
  /// `env.NAME` in the files.
  package var environment: [String: String]
  /// `secret.NAME` in the files.
  package var secrets: [String: String]
  /// Addresses by platform that replace those of the files, and may add platforms.
  package var bases: [String: String]
  /// Every fault that the system can have, where that is known: what a target's `*` takes.
  package var faults: [String]
  /// What expressions may call besides CEL's standard functions.
  package var functions: [HostFunction]

  package init(
    scenarios: [SourceInput], contract: SourceInput? = nil, target: SourceInput? = nil,
    flows: [SourceInput] = [],
    file: @escaping @Sendable (_ path: String) -> String? = { _ in nil },
    bytes: @escaping @Sendable (_ path: String) -> [UInt8]? = { _ in nil },
    environment: [String: String] = [:], secrets: [String: String] = [:],
    bases: [String: String] = [:], faults: [String] = [], functions: [HostFunction] = []
  ) {
    self.scenarios = scenarios
    self.contract = contract
    self.target = target
    self.flows = flows
    self.file = file
    self.bytes = bytes
    self.environment = environment
    self.secrets = secrets
    self.bases = bases
    self.faults = faults
    self.functions = functions
  }
}
