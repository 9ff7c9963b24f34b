import LinkageCore
import Values

/// What scenarios are read against.
struct Surroundings {
  private(set) var library: Library
  let contract: ContractState
  let target: TargetState
  let session: Shape
  let bases: [String: String]
  /// Every fault that the system can have; empty where that is not known.
  var faults: [String] = []

  /// What `do` finds under a name.
  enum Lookup {
    case found(OperationModel)
    /// Whether there is one cannot be told.
    case unjudged
    case unknown(Problem)
  }

  /// These for one row of a scenario's `matrix`.
  func adding(_ row: RowModel?) -> Surroundings {
    var surroundings = self
    surroundings.library = library.adding(row)
    return surroundings
  }

  /// The operation that a step names at a node; one that there is not is reported.
  func operation(_ name: String, at node: YAMLNode, _ reader: NodeReader) -> StepOperation {
    switch operation(name) {
    case .found(let model): return .known(model)
    case .unjudged: return .unjudged(name)
    case .unknown(let problem):
      reader.report(problem, at: node)
      return .unjudged(name)
    }
  }

  func operation(_ name: String) -> Lookup {
    if let model = target.model?.operation(name) { return .found(model) }
    if case .unreadable = contract { return .unjudged }
    if target.isIncomplete { return .unjudged }
    if let promise = contract.promise(name) { return promised(promise) }
    guard let model = target.model else {
      return .unknown(
        contract.contract.map { unknown(name, $0) } ?? .missingTarget(operation: name))
    }
    let known = (contract.contract?.operations.map(\.name) ?? []).merging(
      model.operations.map(\.operation.name))
    return .unknown(
      .unknownOperation(name: name, nearest: Nearest.name(to: name, among: known), known: known))
  }

  /// An operation of the contract that the target lacks: what needs it is skipped.
  private func promised(_ promise: Contract.Promise) -> Lookup {
    guard target.model != nil else { return .unknown(.missingTarget(operation: promise.name)) }
    return .found(
      OperationModel(
        name: promise.name, platform: String(promise.name.prefix { $0 != "." }), requests: [],
        promise: promise, usedInputs: [], probeSpacing: nil, missing: ProblemList()))
  }

  private func unknown(_ name: String, _ contract: Contract) -> Problem {
    let known = contract.operations.map(\.name)
    return .unknownOperation(
      name: name, nearest: Nearest.name(to: name, among: known), known: known)
  }
}

extension [String] {
  /// These and those of the others that are new, each once.
  func merging(_ others: [String]) -> [String] {
    var seen = Set(self)
    return self + others.filter { seen.insert($0).inserted }
  }
}
