/// The three answers; `unknown` is never taken for a pass.
public enum Judgement: String, Sendable, Hashable, Codable {
  case pass, unknown, fail

  /// The graver of two: fail, then unknown, then pass.
  public static func worst(_ a: Judgement, _ b: Judgement) -> Judgement {
    if a == .fail || b == .fail { return .fail }
    return a == .unknown || b == .unknown ? .unknown : .pass
  }
}
