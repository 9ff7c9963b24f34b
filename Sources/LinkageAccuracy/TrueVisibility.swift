/// When a change truly became visible on the other side, in nanoseconds of the machine's monotonic
/// clock: not before the one and not after the other.
package struct TrueVisibility: Sendable, Hashable {
  package let notBefore: Int64
  package let notAfter: Int64

  package init(notBefore: Int64, notAfter: Int64) {
    self.notBefore = notBefore
    self.notAfter = notAfter
  }

  var middle: Int64 { notBefore + (notAfter - notBefore) / 2 }
  /// How well the truth itself is known.
  var width: Int64 { notAfter - notBefore }
}
