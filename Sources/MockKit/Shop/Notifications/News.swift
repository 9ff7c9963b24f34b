/// What a member is told: on the website as a notification, in the mini-program as a WeChat message.
package struct News: Sendable, Equatable, Codable {
  package enum Topic: String, Sendable, Codable {
    case order
    case afterSales = "after-sales"
    case inquiry, solution
    case booking
  }

  /// The same on both sides for the same change, so that it is told once however often and on
  /// whatever way the change arrives.
  package let notificationId: String
  let memberId: String
  package let topic: Topic
  /// What it is about; what it is not about is absent.
  package var orderId: String?
  package var afterSalesId: String?
  package var inquiryId: String?
  package var solutionId: String?
  /// What the member has called it.
  package var subject: String?
  /// Whom to ask.
  package var contact: ServiceContact?
  package let status: String
  package let title: String
  package let titleEn: String
  package var amount: Money?
  package let at: String
  /// Where a booking is meant.
  package var booking: BookingNote?
}

extension News {
  /// Nothing where the order has only just been made.
  init?(of order: Order) {
    guard let at = order.moments.moment(of: order.status) else { return nil }
    self.init(
      notificationId: "nt_\(order.orderId)_\(order.version)", memberId: order.memberId,
      topic: .order, orderId: order.orderId, status: order.status.rawValue,
      title: NewsWords.chinese(order.status), titleEn: NewsWords.english(order.status),
      amount: order.refundedAmount ?? order.amount, at: at)
  }

  /// Nothing where nobody has decided.
  init?(of request: AfterSales) {
    guard let at = request.decidedAt else { return nil }
    let approved = request.status == .approved
    self.init(
      notificationId: "nt_\(request.afterSalesId)_\(request.version)",
      memberId: request.memberId, topic: .afterSales, orderId: request.orderId,
      afterSalesId: request.afterSalesId, status: request.status.rawValue,
      title: approved ? "售后申请已通过" : "售后申请未通过",
      titleEn: approved ? "Your request was approved" : "Your request was rejected",
      amount: request.amount, at: at)
  }
}
