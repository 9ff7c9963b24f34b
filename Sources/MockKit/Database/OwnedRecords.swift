import Foundation
import GRDB

/// A record whose newer states have higher versions.
package protocol VersionedRecord: Codable, Sendable {
  var version: Int { get }
}

/// What belongs to members, as JSON in a table of its own.
///
/// The table has the columns `id`, `member_id`, `version` and `body` beside its own. Each state of a
/// record carries a version, and a newer one takes an older one's place, in whatever order they come.
protocol OwnedRecords: SendableMetatype {
  associatedtype Record: VersionedRecord
  static var table: String { get }
}

extension OwnedRecords {
  /// The trigger by which a body follows its member when that is merged with another.
  static var followMember: String {
    """
    CREATE TRIGGER \(table)_follow_member AFTER UPDATE OF member_id ON \(table) BEGIN
      UPDATE \(table) SET body = json_set(body, '$.memberId', NEW.member_id) WHERE id = NEW.id;
    END;
    """
  }

  static func read(_ row: Row) throws -> Record {
    let body: String = row["body"]
    return try JSONDecoder().decode(Record.self, from: Data(body.utf8))
  }

  /// Writes a record down, or a newer state of it; an older one changes nothing.
  ///
  /// - Parameters:
  ///   - fixed: columns that stay as they were first written.
  ///   - changing: columns that a newer state changes.
  static func write(
    _ record: Record, id: String, of member: String,
    fixed: KeyValuePairs<String, (any DatabaseValueConvertible)?>,
    changing: KeyValuePairs<String, (any DatabaseValueConvertible)?> = [:], in database: Database
  ) throws {
    let changed = ["version", "body"] + changing.map(\.key)
    let names = ["id", "member_id"] + changed + fixed.map(\.key)
    let values: [(any DatabaseValueConvertible)?] =
      [id, member, record.version, try JSONText.string(record)] + changing.map(\.value)
      + fixed.map(\.value)
    try database.run(
      sql: """
        INSERT INTO \(table) (\(names.joined(separator: ", ")))
        VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET
          \(changed.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        WHERE excluded.version > version
        """,
      arguments: StatementArguments(values))
  }
}

/// Those of which a member has a list.
protocol PagedRecords: SendableMetatype {
  associatedtype Record: Codable & Sendable
  /// The columns that a list is ordered by.
  static var listKeys: [String] { get }
  /// A list is newest first, unless this says otherwise.
  static var isNewestFirst: Bool { get }
  /// The statement that reads those of one member, whose id is its argument.
  static var listed: String { get }
  /// What a record has in the columns of `listKeys`.
  static func place(_ record: Record) -> [String]
  static func read(_ row: Row) throws -> Record
}

extension PagedRecords {
  static var isNewestFirst: Bool { true }

  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [Record] {
    try request.fetch(
      listed, by: listKeys, descending: isNewestFirst, arguments: [member], in: database
    ).map(read)
  }
}

/// Those that a member finds one by one and as a list.
protocol ListedRecords: OwnedRecords, PagedRecords {
  static func missing(_ id: String) -> any Error
}

extension ListedRecords {
  static var listed: String { "SELECT body FROM \(table) WHERE member_id = ?" }

  /// - Parameter member: someone else's is not found either; without one, anyone's is.
  static func find(_ id: String, of member: String? = nil, in database: Database) throws -> Record {
    let sql = "SELECT body FROM \(table) WHERE id = ?1 AND (?2 IS NULL OR member_id = ?2)"
    guard let row = try database.row(sql: sql, arguments: [id, member]) else { throw missing(id) }
    return try read(row)
  }
}
