import GRDB

/// The inquiries one side knows.
enum Inquiries: ListedRecords {
  typealias Record = Inquiry

  static let table = "inquiries"

  static let schema = """
    CREATE TABLE inquiries (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, version INTEGER NOT NULL,
      created_at TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX inquiries_by_member ON inquiries (member_id, created_at, id);
    \(followMember)
    """

  static let listKeys = ["created_at", "id"]

  static func place(_ record: Inquiry) -> [String] { [record.createdAt, record.inquiryId] }

  static func missing(_ id: String) -> any Error { InquiryError.notFound(id) }

  /// Writes an inquiry down, or a newer state of it; an older one changes nothing.
  static func put(_ inquiry: Inquiry, in database: Database) throws {
    try write(
      inquiry, id: inquiry.inquiryId, of: inquiry.memberId,
      fixed: ["created_at": inquiry.createdAt], in: database)
  }
}
