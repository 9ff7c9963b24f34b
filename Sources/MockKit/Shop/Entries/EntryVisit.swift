/// Somebody came into the mini-program by an entry.
package struct EntryVisit: Sendable, Equatable, Codable {
  package let visitId: String
  package let entryKey: String
  /// WeChat's scene number, such as 1047.
  package let scene: Int
  /// The WeChat user, where the mini-program told who it is.
  package var openid: String?
  /// Where it is a member.
  package var memberId: String?
  /// RFC 3339.
  package let openedAt: String

  package init(
    visitId: String, entryKey: String, scene: Int, openid: String?, memberId: String?,
    openedAt: String
  ) {
    self.visitId = visitId
    self.entryKey = entryKey
    self.scene = scene
    self.openid = openid
    self.memberId = memberId
    self.openedAt = openedAt
  }

  package var channel: EntryChannel { EntryChannel(scene: scene) }
}

/// By what somebody came, as WeChat's scene number says.
package enum EntryChannel: String, Sendable, Codable {
  case link, scheme, code, other

  init(scene: Int) {
    self =
      switch scene {
      case 1167, 1194: .link
      case 1065, 1286: .scheme
      case 1011...1013, 1047...1049: .code
      default: .other
      }
  }
}
