import Foundation

extension FaultKind {
  static let moneyTruncation = FaultKind(
    "money_truncation", .defect,
    caughtBy: ["parity", "convergence", "scenario:web-order-mini-lookup"],
    title: FaultText("amounts lose their cents", "金额丢失角分"),
    meaning: FaultText(
      "The receiver reads amounts of orders and after-sales as whole numbers and cuts the rest off.",
      "接收方把订单和售后金额按整数解析，角分被截断。"),
    stages: [.receive])
}

extension Shop {
  /// A delivery with what the receiver reads of its amounts.
  func truncated(_ call: Call, _ event: LinkEvent<UnreadPayload>) -> Call {
    let isPriced =
      event.type.rawValue.hasPrefix("order.") || event.type == .afterSalesChanged
    guard isPriced, fires(.moneyTruncation, event) != nil else { return call }
    let text = String(decoding: call.body, as: UTF8.self)
    var read = call
    read.body = Data(text.replacing(/"(\d+)\.\d\d"/) { "\"\($0.1).00\"" }.utf8)
    return read
  }
}
