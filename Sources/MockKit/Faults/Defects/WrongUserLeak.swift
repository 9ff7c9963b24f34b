import Foundation

/// Answers that are another's, or not quite right.
extension FaultKind {
  static let wrongUserLeak = FaultKind(
    "wrong_user_leak", .defect, caughtBy: ["isolation"],
    title: FaultText("another member's data", "串号：看到别人的数据"),
    meaning: FaultText(
      "Answers are cached by their path alone, so now and then a member gets what another one asked "
        + "for a moment before.",
      "缓存键只有路径没有用户，偶尔返回上一位会员的数据。"),
    stages: [.read], standard: { $0.probability = 0.3 })

  static let int64IDRounding = FaultKind(
    "int64_id_rounding", .defect,
    caughtBy: ["parity", "convergence", "scenario:web-register-mini-login"],
    title: FaultText("ids pass through doubles", "长整型 id 精度丢失"),
    meaning: FaultText(
      "Ids of members beyond 2^53 are read as floating-point numbers and come out rounded.",
      "超过 2^53 的会员 id 经过浮点数后被舍入。"),
    stages: [.read], standard: { $0.link = .webToMini })
}

extension Reply {
  /// Ids of 16 digits and more, as what a double makes of them.
  var rounded: Reply {
    let text = String(decoding: body, as: UTF8.self)
    let rounded = text.replacing(/"memberId":"(\d{16,19})"/) { match in
      "\"memberId\":\"\(UInt64(Double(match.1) ?? 0))\""
    }
    var reply = self
    reply.body = Data(rounded.utf8)
    return reply
  }
}
