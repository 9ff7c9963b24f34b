/// News as the website shows them.
struct Notification: Sendable, Equatable, Codable {
  let notificationId: String
  let topic: News.Topic
  let orderId: String?
  let afterSalesId: String?
  let inquiryId: String?
  let solutionId: String?
  let subject: String?
  let contact: ServiceContact?
  let status: String
  let title: String
  let titleEn: String
  let amount: Money?
  let at: String
  let booking: BookingNote?
  let readAt: String?

  init(_ news: News, readAt: String?) {
    notificationId = news.notificationId
    topic = news.topic
    orderId = news.orderId
    afterSalesId = news.afterSalesId
    (inquiryId, solutionId) = (news.inquiryId, news.solutionId)
    (subject, contact) = (news.subject, news.contact)
    status = news.status
    title = news.title
    titleEn = news.titleEn
    amount = news.amount
    at = news.at
    booking = news.booking
    self.readAt = readAt
  }
}
