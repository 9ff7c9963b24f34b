import LinkageCore

/// The contract as far as it could be read.
enum ContractState: Sendable {
  case absent
  /// There is one, and nothing can be held against it.
  case unreadable
  case read(Contract)

  var contract: Contract? {
    if case .read(let contract) = self { contract } else { nil }
  }

  func promise(_ operation: String) -> Contract.Promise? {
    contract?.operations.first { $0.name == operation }
  }

  func entity(_ name: String) -> Contract.Entity? {
    contract?.entities.first { $0.name == name }
  }
}
