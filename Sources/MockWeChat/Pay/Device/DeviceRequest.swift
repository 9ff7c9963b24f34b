import Foundation
import MockKit

/// What a mini-program hands to `wx.requestPayment`.
struct DeviceRequest: Decodable {
  let timeStamp: String
  let nonceStr: String
  let package: String
  let signType: String
  let paySign: String

  /// As the phone does it.
  func check(_ payment: Payment, by merchant: PayVerifier) throws(DeviceRefusal) {
    guard package == "prepay_id=\(payment.prepayID)" else { throw .otherPackage(package) }
    guard signType == "RSA" else { throw .signType(signType) }
    let message = PayMessage.lines([payment.order.appid, timeStamp, nonceStr, package])
    guard merchant.accepts(paySign, of: message) else { throw .paySign }
  }
}

/// Why a phone does not pay.
enum DeviceRefusal: Error, Sendable, Equatable {
  case unknown(String)
  case otherPackage(String)
  case signType(String)
  case paySign
  case payer(expected: String)
  case payerMissing
  case expired
  case closed
  case paid
}

extension DeviceRefusal: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .unknown(let id):
      Problem(404, "payment-not-found", "No such payment", detail: "There is no prepay_id \(id).")
    case .otherPackage(let found):
      Self.refused("package is `\(found)`; expected `prepay_id=` and the id that is to be paid.")
    case .signType(let found): Self.refused("signType is `\(found)`; expected `RSA`.")
    case .paySign:
      Self.refused(
        "requestPayment:fail 支付验证签名失败: paySign is not the merchant's signature over "
          + "appId, timeStamp, nonceStr and package, each with a line break.")
    case .payer(let expected):
      Problem(
        403, "other-payer", "Somebody else is to pay",
        detail: "The order is for \(expected); leave `openid` out to pay as that user.")
    case .payerMissing:
      Self.refused("Anybody may pay this order; say in `openid` who does.")
    case .expired: Self.notPayable("The prepay_id is older than two hours; order again.")
    case .closed: Self.notPayable("The order is closed.")
    case .paid: Self.notPayable("The order is paid.")
    }
  }

  private static func refused(_ detail: String) -> Problem {
    Problem(422, "payment-refused", "The phone refuses the request", detail: detail)
  }

  private static func notPayable(_ detail: String) -> Problem {
    Problem(409, "not-payable", "There is nothing to pay", detail: detail)
  }
}
