/// A hand-over as an address carries it.
enum HandoverTicket {
  private static let purpose = "linkage-handover."

  static func issue(_ handover: Handover, with secret: LinkSecret) throws -> String {
    try SignedTicket.issue(handover, for: purpose, with: secret)
  }

  /// - Parameter secrets: any of them may have signed.
  static func read(_ text: String, with secrets: [LinkSecret]) throws(HandoverError) -> Handover {
    let handover = SignedTicket.read(text, as: Handover.self, for: purpose, with: secrets)
    guard let handover else { throw .forged }
    return handover
  }
}
