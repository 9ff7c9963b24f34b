/// Messages that should have been refused.
extension FaultKind {
  static let signatureUnchecked = FaultKind(
    "signature_unchecked", .defect, caughtBy: ["signature", "scenario:forged-sync"],
    title: FaultText("signatures are not checked", "不校验签名"),
    meaning: FaultText(
      "The receiver takes messages whoever signed them, also unsigned ones.",
      "接收方不校验签名，任何人发来的消息都接受，未签名的也接受。"),
    stages: [.receive])

  static let replayAccepted = FaultKind(
    "replay_accepted", .defect,
    caughtBy: ["conservation", "exactly-once", "convergence", "signature"],
    title: FaultText("old messages are taken again", "接受重放"),
    meaning: FaultText(
      "Somebody sends a recorded message once more; the receiver looks neither at its time nor into "
        + "its inbox, so it counts twice.",
      "有人重放录下的消息，接收方既不检查时间戳也不查收件箱，消息再次生效。"),
    stages: [.send], standard: { $0.match.event = "points.entry" })
}

extension LinkReceiver {
  /// What a message claims that is not genuine, or too old, where it is taken all the same.
  func tolerated(
    _ error: LinkSignatureError, _ call: Call, _ keys: LinkKeys
  ) throws(LinkSignatureError) -> LinkSignature {
    let claimed = LinkSignature(claimedBy: call)
    if shop.fires(.signatureUnchecked, event: claimed.id, type: "message") != nil {
      return claimed
    }
    guard case .outsideTolerance(let sent, _) = error, shop.suffers(.replayAccepted) else {
      throw error
    }
    let signature = try LinkSignature(of: call)
    try signature.verify(call.body, with: keys.all, now: sent)
    return signature
  }
}

extension LinkSignature {
  fileprivate init(claimedBy call: Call) {
    self.init(id: call.headers["webhook-id"] ?? "", timestamp: "", signatures: "")
  }
}
