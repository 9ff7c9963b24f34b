import Foundation

/// The state of a whole set at one moment.
package struct Snapshot: Sendable {
  /// What is told of it.
  package struct Summary: Sendable, Equatable, Codable {
    package let name: String
    /// RFC 3339, by the mocks' clock, which a restore sets back to it.
    package let takenAt: String
    package let servers: [String]
  }

  let name: String
  /// Since 1970.
  let taken: Duration
  let databases: [MockServerName: MockDatabase]
  /// Missing where the process that took it has ended.
  var memory: [MockServerName: any Sendable]

  var summary: Summary {
    Summary(
      name: name, takenAt: MockClock.timestamp(taken),
      servers: databases.keys.map(\.rawValue).sorted())
  }
}
