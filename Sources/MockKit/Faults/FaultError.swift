/// Why a fault is not taken.
package struct FaultError: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case notAnObject
    case unknownKey(known: [String])
    case missing
    /// What is there, and what is expected.
    case value(String, expected: FaultText)
    /// No kind has the name.
    case unknownType(String, known: [String])
    /// Another one has the id.
    case taken(String)
    /// A fault that is there for all alike picks nothing and counts nothing.
    case notForWhole(type: String)
  }

  /// Where, such as `match.attempt`; empty for the fault as a whole.
  package let field: String
  package let reason: Reason

  package init(_ field: String, _ reason: Reason) {
    self.field = field
    self.reason = reason
  }
}
