/// Every checker there is, in the order in which they are reported.
public enum Checkers {
  public static let all: [any Checker] = [
    MonotonicReads(), ExactlyOnce(), Conservation(), SingleUse(), Convergence(), Isolation(),
    Signature(), Quiescence(),
  ]
}
