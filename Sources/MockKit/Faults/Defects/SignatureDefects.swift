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
    caughtBy: ["signature", "exactly-once", "scenario:forged-sync"],
    title: FaultText("old messages are taken again", "接受重放"),
    meaning: FaultText(
      "The receiver looks neither at a message's time nor into its inbox, so a message that was "
        + "recorded counts once more.",
      "接收方既不检查时间戳也不查收件箱，被录下的消息重放后再次生效。"),
    stages: [.receive])
}

extension LinkReceiver {
  /// What a message claims that is not genuine, or too old, where it is taken all the same.
  func tolerated(
    _ error: LinkSignatureError, _ call: Call, _ keys: LinkKeys
  ) throws(LinkSignatureError) -> LinkSignature {
    if fires(.signatureUnchecked, call) { return LinkSignature(claimedBy: call) }
    guard case .outsideTolerance(let sent, _) = error, fires(.replayAccepted, call) else {
      throw error
    }
    let signature = try LinkSignature(of: call)
    try signature.verify(call.body, with: keys.all, now: sent)
    return signature
  }

  private func fires(_ kind: FaultKind, _ call: Call) -> Bool {
    shop.fires(kind, event: LinkSignature(claimedBy: call).id, type: "message") != nil
  }
}

extension LinkSignature {
  fileprivate init(claimedBy call: Call) {
    self.init(id: call.headers["webhook-id"] ?? "", timestamp: "", signatures: "")
  }
}
