import LinkageCore

/// The keys of a gate's rules that exclude each other.
enum GateKeys {
  static let all: Set<String> = Set(
    ["violations", "failed", "sync_rate", "at_most"] + GateQuantile.allCases.map(\.rawValue))
}
