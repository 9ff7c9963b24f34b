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
    case .unknownName(let name, let owner, _, _): "`\(owner)` 没有 `\(name)`"
    case .wrongFieldType(let field, let key, let type, _):
      "`\(field)` 的类型是 \(type.rawValue)，不能用于 `\(key)`"
    case .effectWithoutWrite(let key, let entity, let operation):
      "`\(key)` 提到实体 `\(entity)`，但 `\(operation)` 并不写它"
    case .nothingToCount(let entity, let key):
      "实体 `\(entity)` 没有唯一的数值字段可供 `\(key)` 改变"
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
    case .unknownName: "请使用上面列出的名称之一"
    case .wrongFieldType(_, _, _, let expected):
      "请使用类型为 " + expected.map(\.rawValue).joined(separator: "、") + " 的字段"
    case .effectWithoutWrite(_, let entity, _): "在它的 `writes` 中补上 `\(entity)`"
    case .nothingToCount: "为它写上 `ledger`，或只保留一个 int、number 或 money 类型的字段"
    }
  }
}
