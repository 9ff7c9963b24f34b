/// What came of a fault.
package struct FaultReport: Sendable, Equatable {
  package let fault: Fault
  /// How often it was asked whether it fires.
  package let evaluated: Int
  package let fired: Int
  /// Its time is up, or it has fired as often as it may.
  package let isOver: Bool

  package init(fault: Fault, evaluated: Int, fired: Int, isOver: Bool) {
    self.fault = fault
    self.evaluated = evaluated
    self.fired = fired
    self.isOver = isOver
  }

  package var id: String { fault.id }
  package var type: String { fault.type }
}
