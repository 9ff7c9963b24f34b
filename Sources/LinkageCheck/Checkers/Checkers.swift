/// Every checker there is, in the order in which they are reported.
public enum Checkers {
  public static let all: [any Checker] = [
    Durability(), Phantom(), MonotonicReads(), StatusOrder(), ReadYourWrites(), Prefix(),
    Liveness(), Freshness(),
    ExactlyOnce(), Conservation(), SingleUse(), Convergence(), Isolation(), Signature(),
    Quiescence(),
  ]
}
