/// An entry as everybody may see it.
struct EntryView: Sendable, Encodable {
  let entryKey: String
  let kind: Entry.Kind
  let page: String
  let source: String
  let sku: String?
  let link: String?
  /// Where the picture is; where it leads, on a website's page.
  let code: String
  let go: String
  let createdAt: String
  /// How often somebody has come by it, as far as this platform knows.
  let opens: Int

  init(_ entry: Entry, opens: Int) {
    (entryKey, kind, page) = (entry.entryKey, entry.kind, entry.page)
    (source, sku, link) = (entry.source, entry.sku, entry.link)
    code = "/api/codes/\(entry.entryKey).jpg"
    go = "/go/\(entry.entryKey)"
    createdAt = entry.createdAt
    self.opens = opens
  }
}

/// An entry with who came by it, for the staff.
struct EntryAttribution: Sendable, Encodable {
  struct Visit: Sendable, Encodable {
    let visitId: String
    let channel: EntryChannel
    let scene: Int
    let memberId: String?
    let openedAt: String
  }

  let entryKey: String
  let page: String
  let source: String
  let sku: String?
  /// Whom the website showed it.
  let memberId: String?
  let opens: Int
  /// The newest 100.
  let visits: [Visit]

  init(_ entry: Entry, opens: Int, visits: [EntryVisit]) {
    (entryKey, page, source) = (entry.entryKey, entry.page, entry.source)
    (sku, memberId) = (entry.sku, entry.memberId)
    self.opens = opens
    self.visits = visits.map {
      Visit(
        visitId: $0.visitId, channel: $0.channel, scene: $0.scene, memberId: $0.memberId,
        openedAt: $0.openedAt)
    }
  }
}
