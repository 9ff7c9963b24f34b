import LinkageCore

enum ChineseContractProblemWords {
  static func headline(_ problem: ContractProblem) -> String {
    switch problem {
    case .misspeltStatus(let name, let nearest): "状态 `\(name)` 是否应为 `\(nearest)`？"
    case .unreachableStatus(let name, let field): "`\(field)` 的任何状态都不会变为 `\(name)`"
    case .flowOfType(let field, let type):
      "`\(field)` 的类型是 \(type.rawValue)，只有 string 可以有 `flow`"
    case .monotonicOfType(let field, let type):
      "`\(field)` 的类型是 \(type.rawValue)，没有大小可比"
    case .unknownKeyField(let name, let entity, _, _):
      "实体 `\(entity)` 没有可作为标识的字段 `\(name)`"
    case .differentType(let field, let operation, _, let entity, _):
      "`\(field)` 在 `\(operation)` 中的类型与实体 `\(entity)` 中的不一致"
    }
  }

  static func advice(_ problem: ContractProblem) -> String {
    switch problem {
    case .misspeltStatus(let name, let nearest):
      "改为 `\(nearest)`；如果它确实是另一个终态，请补上 `\(name): []`"
    case .unreachableStatus(let name, _):
      "把 `\(name)` 写到它的前一个状态之后；初始状态应写在最前面"
    case .flowOfType: "删除 `flow`，或把类型改为 string"
    case .monotonicOfType: "删除 `monotonic`，或改用 int、number、money、time 之一"
    case .unknownKeyField(let name, _, _, _):
      "在其 `fields` 中，或在读写它的操作中补上 `\(name)`"
    case .differentType: "两处使用相同的类型，或将其中一处改名"
    }
  }
}
