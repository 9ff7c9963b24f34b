import MockKit

/// The mini-program's sessions travel as `Authorization: Bearer TOKEN`.
struct BearerCarrier: SessionCarrier {
  func token(of call: Call) -> String? {
    let parts = (call.headers["authorization"] ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1])
  }
}
