import CEL
import LinkageCore

/// A target as its file and the files that it extends say.
struct TargetModel {
  /// The name where scenarios bring their own platforms.
  static let noName = "inline"

  var name: String
  var platforms: [PlatformModel] = []
  var writes: Bool?
  var accounts: [AccountModel] = []
  var operations: [OperationModel] = []
  var faultModels: [FaultModel] = []
  /// Those whose operations are known.
  var faults: [Target.Fault] = []
  var clockModel: FaultModel.Action?
  var clock: Target.Fault.Action?

  func operation(_ name: String) -> OperationModel? {
    operations.first { $0.operation.name == name }
  }

  /// This target where it says something, else the one that it extends.
  func extending(_ base: TargetModel) -> TargetModel {
    var result = self
    result.writes = writes ?? base.writes
    result.platforms = Self.merge(platforms, base.platforms, by: \.name) { $0.extending($1) }
    result.accounts = Self.merge(accounts, base.accounts, by: \.account.name) { own, _ in own }
    result.operations = Self.merge(operations, base.operations, by: \.operation.name) { own, _ in
      own
    }
    result.clockModel = clockModel ?? base.clockModel
    result.faultModels = Self.merge(faultModels, base.faultModels, by: \.name) { own, _ in own }
    return result
  }

  /// In the base's order, then what is new.
  private static func merge<Item>(
    _ own: [Item], _ base: [Item], by name: (Item) -> String, _ merge: (Item, Item) -> Item
  ) -> [Item] {
    let merged = base.map { item in
      own.first { name($0) == name(item) }.map { merge($0, item) } ?? item
    }
    let known = Set(base.map(name))
    return merged + own.filter { !known.contains(name($0)) }
  }
}

struct AccountModel {
  var account: Target.Account
  /// What is known of its fields, by name.
  var types: [String: StaticType]
  var missing: ProblemList
}
