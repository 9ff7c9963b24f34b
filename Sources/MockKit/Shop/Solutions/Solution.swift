/// Something made to order, with the stages it has come through, as both platforms show it and as it
/// travels. The website decides about it.
package struct Solution: Equatable, VersionedRecord {
  package enum Stage: String, Sendable, Codable, CaseIterable {
    case received, reviewing, designing, quoted, delivered, rejected

    /// What may come after it.
    var next: [Stage] {
      switch self {
      case .received: [.reviewing]
      case .reviewing: [.designing, .rejected]
      case .designing: [.quoted]
      case .quoted: [.delivered]
      case .delivered, .rejected: []
      }
    }
  }

  /// That it came to a stage.
  package struct Step: Sendable, Equatable, Codable {
    package let stage: Stage
    /// What the staff said to it.
    package let note: String?
    /// Of a quote.
    package let amount: Money?
    /// RFC 3339.
    package let at: String
  }

  package let solutionId: String
  package var memberId: String
  /// Where it was asked for.
  package let origin: ShopSide
  package let title: String
  package let need: String
  package let budget: Money?
  /// The latest one.
  package var stage: Stage
  /// Rises by one with every stage; a lower one never replaces a higher one.
  package var version: Int
  /// The oldest first; each later than the one before.
  package var stages: [Step]
  /// Who of the staff looks after it.
  package let contact: ServiceContact
  package let createdAt: String
}
