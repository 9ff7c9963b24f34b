extension News {
  /// What the member is told of something made to order: each of its stages.
  static func all(of solution: Solution) -> [News] {
    solution.stages.map { step in
      News(
        notificationId: "nt_\(solution.solutionId)_\(step.stage.rawValue)",
        memberId: solution.memberId, topic: .solution, solutionId: solution.solutionId,
        subject: solution.title, contact: step.stage == .received ? solution.contact : nil,
        status: step.stage.rawValue, title: step.stage.chinese, titleEn: step.stage.english,
        amount: step.amount, at: step.at)
    }
  }
}

extension Solution.Stage {
  fileprivate var chinese: String {
    switch self {
    case .received: "您的定制需求已受理"
    case .reviewing: "您的定制需求正在评审"
    case .designing: "您的定制方案正在设计"
    case .quoted: "您的定制方案已有报价"
    case .delivered: "您的定制方案已交付"
    case .rejected: "您的定制需求未通过评审"
    }
  }

  fileprivate var english: String {
    switch self {
    case .received: "We have your request"
    case .reviewing: "Your request is being reviewed"
    case .designing: "Your solution is being designed"
    case .quoted: "There is a quote for your solution"
    case .delivered: "Your solution is delivered"
    case .rejected: "Your request was rejected"
    }
  }
}
