import LinkageCore

enum EnglishContractProblemWords {
  static func headline(_ problem: ContractProblem) -> String {
    switch problem {
    case .misspeltStatus(let name, let nearest): "is the status `\(name)` meant to be `\(nearest)`?"
    case .unreachableStatus(let name, let field): "no status of `\(field)` leads to `\(name)`"
    case .flowOfType(let field, let type):
      "`\(field)` is of type \(type.rawValue); only a string has a `flow`"
    case .monotonicOfType(let field, let type):
      "`\(field)` is of type \(type.rawValue), which has no up and down"
    case .unknownKeyField(let name, let entity, _, _):
      "the entity `\(entity)` has no field `\(name)` to be known by"
    case .differentType(let field, let operation, _, let entity, _):
      "`\(field)` has one type in `\(operation)` and another in the entity `\(entity)`"
    case .unknownName(let name, let owner, _, _): "`\(owner)` has no `\(name)`"
    case .wrongFieldType(let field, let key, let type, _):
      "`\(field)` is of type \(type.rawValue), which does not do for `\(key)`"
    case .effectWithoutWrite(let key, let entity, let operation):
      "`\(key)` speaks of the entity `\(entity)`, which `\(operation)` does not write"
    case .nothingToCount(let entity, let key):
      "the entity `\(entity)` has no single number for `\(key)` to change"
    }
  }

  static func advice(_ problem: ContractProblem) -> String {
    switch problem {
    case .misspeltStatus(let name, let nearest):
      "write `\(nearest)`; if it is a status of its own that nothing follows, add `\(name): []`"
    case .unreachableStatus(let name, _):
      "name `\(name)` behind a status that it follows; those that begin a life stand first"
    case .flowOfType: "remove `flow`, or make it a string"
    case .monotonicOfType: "remove `monotonic`, or use one of int, number, money, time"
    case .unknownKeyField(let name, _, _, _):
      "add `\(name)` to its `fields`, or to an operation that reads or writes it"
    case .differentType: "use the same type in both, or another name in one of them"
    case .unknownName: "name one of the above"
    case .wrongFieldType(_, _, _, let expected):
      "use one of type " + expected.map(\.rawValue).joined(separator: ", ")
    case .effectWithoutWrite(_, let entity, _): "add `\(entity)` to its `writes`"
    case .nothingToCount: "give it a `ledger`, or exactly one field of type int, number or money"
    }
  }
}
