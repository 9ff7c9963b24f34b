import Foundation
import MockKit

/// `GET /connect/qrconnect`: the page with the picture, or what is wrong with the website's link.
struct QRPageHandler: Handler {
  let context: WeChatContext
  let book: QRLoginBook

  func answer(_ call: Call) async throws -> Reply {
    let words = QRPageWords(of: call)
    let app: SeedData.App
    do throws(QRLinkError) {
      app = try check(call)
    } catch {
      return QRPage(words: words).reply(error: error)
    }
    let login = book.open(
      for: app, target: call.query["redirect_uri"] ?? "", returning: call.query["state"] ?? "")
    return QRPage(words: words).reply(
      login, people: context.accounts.map { QRPage.Person(name: $0.name, phone: $0.phone) },
      picture: QRCode("https://open.weixin.qq.com/connect/confirm?uuid=\(login.id)")?.svg(
        label: words.picture) ?? "")
  }

  /// In the order in which WeChat says it.
  private func check(_ call: Call) throws(QRLinkError) -> SeedData.App {
    guard let app = context.apps.find(call.query["appid"]), app.kind == .web else { throw .appid }
    guard call.query["response_type"] == "code" else { throw .responseType }
    guard call.query["scope"]?.split(separator: ",").contains("snsapi_login") == true else {
      throw .scope
    }
    let target = URLComponents(string: call.query["redirect_uri"] ?? "")
    guard let host = target?.host, !host.isEmpty, ["http", "https"].contains(target?.scheme),
      app.redirectDomain == nil || app.redirectDomain == host
    else { throw .redirect(expected: app.redirectDomain) }
    return app
  }
}

/// What is wrong with the link of a website to its login.
enum QRLinkError: Error, Sendable, Equatable {
  case appid, responseType, scope
  /// - Parameter expected: the app's domain; any where there is none.
  case redirect(expected: String?)
}
