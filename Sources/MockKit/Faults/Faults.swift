/// Every kind of fault there is.
package enum Faults {
  package static let all: [FaultKind] =
    transport + degradations + defects

  /// A correct link comes through.
  static let transport: [FaultKind] = [
    .latency, .drop, .duplicate, .reorder, .partition, .timeout, .resetPeer, .abort, .ackLost,
    .truncate, .crashRestart, .skewClock,
  ]

  /// Only latency or freshness suffers.
  static let degradations: [FaultKind] = [.batch, .slowApply, .staleReads]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  package static func named(_ name: String) -> FaultKind? { byName[name] }
}
