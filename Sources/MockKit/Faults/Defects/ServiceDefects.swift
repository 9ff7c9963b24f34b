/// What goes wrong with inquiries, with what is made to order, and with prompts.
extension FaultKind {
  static let replyDoubled = FaultKind(
    "reply_doubled", .defect, caughtBy: ["scenario:inquiry-follow-up"],
    title: FaultText("a reply stands there twice", "回复重复"),
    meaning: FaultText(
      "The website writes a reply to an inquiry down when it comes, and once more when its worker "
        + "finds it in the queue.",
      "网站收到询价回复时写入一次，后台任务处理队列时又写入一次。"),
    stages: [.apply])

  static let stageSkipped = FaultKind(
    "stage_skipped", .defect, caughtBy: ["parity", "convergence", "scenario:solution-progress"],
    title: FaultText("a stage is not understood", "跳过一个阶段"),
    meaning: FaultText(
      "The mini-program does not know the stage `designing` of what is made to order, and leaves it "
        + "out.",
      "小程序不认识定制方案的 `designing` 阶段，收到后直接略过。"),
    stages: [.apply])

  static let promptEveryVisit = FaultKind(
    "prompt_every_visit", .defect, caughtBy: ["scenario:prompt-frequency"],
    title: FaultText("a prompt at every visit", "每次访问都弹提示"),
    meaning: FaultText(
      "The website does not look whether the member was shown a prompt that day.",
      "网站不检查会员当天是否已看过提示。"),
    stages: [.apply])
}

extension ShopChange {
  func doubles(_ reply: ReplyToInquiry) -> Bool {
    shop.fires(
      .replyDoubled, event: "\(reply.inquiryId) \(reply.text)", type: ReplyToInquiry.type,
      entity: reply.inquiryId) != nil
  }

  /// - Parameter count: of the day's prompts.
  func promptsAgain(_ member: String, after count: Int) -> Bool {
    shop.fires(
      .promptEveryVisit, event: "\(member) \(timestamp) \(count)", type: AskForPrompt.type,
      entity: member) != nil
  }
}

extension LinkApplier {
  /// What is made to order as it is written down here.
  func understood(_ solution: Solution) -> Solution {
    guard change.side == .mini, solution.stages.contains(where: { $0.stage == .designing }),
      change.shop.fires(
        .stageSkipped, event: "\(solution.solutionId) \(solution.version)",
        type: LinkEventType.solutionMoved.rawValue, entity: solution.solutionId) != nil
    else { return solution }
    var skipped = solution
    skipped.stages.removeAll { $0.stage == .designing }
    skipped.stage = skipped.stages.last?.stage ?? .received
    return skipped
  }
}
