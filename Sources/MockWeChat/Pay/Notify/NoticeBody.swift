import Foundation
import MockKit

/// A notification as it goes over the wire.
struct NoticeBody: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, summary, resource
    case created = "create_time"
    case type = "resource_type"
    case event = "event_type"
  }

  private let id: String
  private let created: String
  private let type = "encrypt-resource"
  private let event: String
  private let summary: String
  private let resource: SealedText

  init(_ notice: Notice, by cipher: PayCipher) throws {
    id = notice.id
    created = ChinaTime.text(.seconds(notice.created))
    event = notice.event
    summary = notice.summary
    resource = try SealedText(
      Data(notice.text.utf8), by: cipher, type: notice.type, associatedData: notice.type)
  }
}

/// Where a notification goes.
struct NoticeAddress {
  /// Such as `http://127.0.0.1:4702`.
  let base: String
  let target: String

  init(_ url: String) throws(WireError) {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme, let host = parts.host
    else { throw .badAddress(url) }
    base = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    target = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
  }
}

extension PayDesk {
  func news(of payment: Payment, at now: Duration) throws -> Notice {
    Notice(
      id: numbers.notice("payment|\(payment.order.outTradeNo)"), event: "TRANSACTION.SUCCESS",
      type: "transaction", summary: "支付成功", url: payment.order.notifyURL,
      text: try JSONText.string(TransactionView(payment, at: now.components.seconds)),
      payment: payment, plan: controls.notifications, now: now)
  }

  func news(of refund: Refund, _ payment: Payment, at now: Duration) throws -> Notice {
    Notice(
      id: numbers.notice("refund|\(refund.outRefundNo)"), event: "REFUND.SUCCESS", type: "refund",
      summary: "退款成功", url: refund.notifyURL ?? payment.order.notifyURL,
      text: try JSONText.string(RefundNews(refund, mchid: payment.mchid)), payment: payment,
      plan: controls.notifications, now: now)
  }
}
