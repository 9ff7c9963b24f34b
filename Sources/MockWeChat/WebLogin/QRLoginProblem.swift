import MockKit

/// Why a control can do nothing with a picture.
enum QRLoginProblem: ProblemConvertible, Equatable {
  case unknown(String)
  case expired(String)
  case decided(String)
  /// Nobody has scanned it, and the control names nobody.
  case notScanned(String)

  var problem: Problem {
    switch self {
    case .unknown(let id):
      Problem(
        404, "no-qr-login", "No such QR login",
        detail: "There is no \(id). `GET /_control/qr-logins` lists them.")
    case .expired(let id):
      Problem(
        409, "qr-login-expired", "The QR login has expired",
        detail: "\(id) could be scanned for five minutes. Load the page again for a new one.")
    case .decided(let id):
      Problem(
        409, "qr-login-confirmed", "The QR login was confirmed before",
        detail: "\(id) has led to a code. Load the page again for a new one.")
    case .notScanned(let id):
      Problem(
        409, "qr-login-not-scanned", "Nobody has scanned the QR login",
        detail: "Scan \(id) first, or name who does: {\"phone\": \"13800000001\"}.")
    }
  }
}
