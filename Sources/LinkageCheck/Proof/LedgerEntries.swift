import LinkageCore
import Values

/// The entries of a ledger, by what tells one from another.
struct LedgerEntries {
  let ledger: Contract.Ledger

  /// The entry that a write has made; `nil` where its answer does not say.
  func made(by write: Observation) -> Value? { write.value(ledger.id) }

  /// What a read lists; `nil` where it does not.
  func listed(in read: Observation) -> Set<Value>? {
    guard let entries = read.value(ledger.entries)?.listValue else { return nil }
    return Set(entries.compactMap { $0[ledger.id]?.unlessNull })
  }
}
