import Foundation
import GRDB

/// The rules that one side knows; the website decides about them.
enum Campaigns {
  static let schema = """
    CREATE TABLE campaigns (
      campaign TEXT PRIMARY KEY, position INTEGER NOT NULL, version INTEGER NOT NULL,
      body BLOB NOT NULL)
    """

  static func insert(
    _ campaign: Campaign, at position: Int, in database: Database
  ) throws {
    try database.run(
      sql: "INSERT INTO campaigns (campaign, position, version, body) VALUES (?, ?, ?, ?)",
      arguments: [
        campaign.campaign, position, campaign.version, try JSONText.data(campaign),
      ])
  }

  /// All of them, the levels' own last.
  static func all(in database: Database) throws -> [Campaign] {
    try stored(in: database) + [.memberDiscount]
  }

  static func find(_ name: String, in database: Database) throws -> Campaign {
    guard let campaign = try all(in: database).first(where: { $0.campaign == name }) else {
      throw CampaignError.notFound(name)
    }
    return campaign
  }

  /// Those that count now.
  static func active(_ kind: Campaign.Kind, in database: Database) throws -> [Campaign] {
    try stored(in: database).filter { $0.kind == kind && $0.active }
  }

  /// Writes down what the website says of a rule; what it said before that changes nothing.
  static func put(_ campaign: Campaign, in database: Database) throws {
    try database.run(
      sql: "UPDATE campaigns SET version = ?1, body = ?2 WHERE campaign = ?3 AND version < ?1",
      arguments: [campaign.version, try JSONText.data(campaign), campaign.campaign])
  }

  private static func stored(in database: Database) throws -> [Campaign] {
    try database.rows(sql: "SELECT body FROM campaigns ORDER BY position").map {
      try JSONDecoder().decode(Campaign.self, from: $0["body"])
    }
  }
}
