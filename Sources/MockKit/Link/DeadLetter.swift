/// An event that was given up, kept to be looked at and sent again.
package struct DeadLetter: Sendable, Equatable, Codable {
  package let event: String
  package let type: String
  package let subject: String
  /// RFC 3339, by the mocks' clock: when the change was made.
  package let committedAt: String
  package let attempts: Int
  /// What the last attempt came to.
  package let reason: String
}
