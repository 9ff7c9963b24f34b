/// The end of every binding of a member.
struct Unbinding: Sendable, Codable {
  let memberId: String
  /// All ids under which the member was bound, as far as the one who ends it knows.
  let memberIds: [String]
  /// Bindings up to this moment end, and the mini-program's sessions; in ms since 1970.
  let atMs: Int64
}

extension ShopChange {
  /// Binds a WeChat user to a member, whatever member the user was bound to before.
  package func bind(_ binding: Binding) throws {
    let member = binding.memberId
    let last = try Bindings.last(of: binding.openid, member, in: database)
    var binding = binding
    binding.atMs = max(milliseconds, last + 1)
    try Bindings.set(binding, as: member, atMs: max(milliseconds, last + 1), in: database)
    try publish(.memberBound, of: member, for: member, binding)
  }

  /// Unbinds every WeChat user from a member, and ends the mini-program's sessions.
  func unbind(_ member: String) throws {
    let ids = [member] + (try MemberMerge.merged(into: member, in: database))
    let last = try Bindings.last(of: "", member, in: database)
    let unbinding = Unbinding(
      memberId: member, memberIds: ids, atMs: max(milliseconds, last))
    try end(unbinding, of: member)
    try publish(.memberUnbound, of: member, for: member, unbinding)
  }

  fileprivate func end(_ unbinding: Unbinding, of member: String) throws {
    try Bindings.end(unbinding.memberIds, atMs: unbinding.atMs, in: database)
    guard side == .mini else { return }
    try Sessions.close(.upTo(unbinding.atMs), of: member, in: database)
  }
}

extension LinkApplier {
  func bind(_ binding: Binding) throws {
    try Bindings.set(
      binding, as: try known(binding.memberId), atMs: binding.atMs ?? change.milliseconds,
      in: database)
  }

  func unbind(_ unbinding: Unbinding) throws {
    try change.end(unbinding, of: try known(unbinding.memberId))
  }
}
