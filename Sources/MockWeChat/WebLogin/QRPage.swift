import Foundation
import MockKit

/// The page with the picture.
struct QRPage: Sendable {
  /// Somebody who can be made to scan.
  struct Person: Sendable {
    let name: String
    let phone: String
  }

  let words: QRPageWords

  /// - Parameter picture: the QR code as SVG.
  func reply(_ login: QRLogin, people: [Person], picture: String) -> Reply {
    let nonce = Hexadecimal.random(bytes: 16)
    let buttons = people.map { person in
      #"<button type="button" data-phone="\#(person.phone.html)">"#
        + "\(words.scan(person.name).html)</button>"
    }
    return page(
      """
      <main id="login" data-login="\(login.id)">
      <h1>\(words.lead(login.app.name).html)</h1>
      <div class="code">\(picture)</div>
      <p id="state" role="status">\(words.states["408"] ?? "")</p>
      <p id="decide" hidden><button type="button" id="confirm">\(words.confirm)</button> \
      <button type="button" id="deny" class="quiet">\(words.deny)</button></p>
      <p id="again" hidden><a href="">\(words.retry)</a></p>
      <section id="people"><p class="soft">\(words.mock)</p>\(buttons.joined())</section>
      <noscript><p>\(words.noScript)</p></noscript>
      </main>
      <script nonce="\(nonce)">\(QRPageScript.text(words))</script>
      """, nonce: nonce)
  }

  func reply(error: QRLinkError) -> Reply {
    let (title, detail) = words.error(error)
    return page(
      #"<main><h1 id="problem" role="alert">\#(title.html)</h1><p>\#(detail.html)</p></main>"#,
      nonce: Hexadecimal.random(bytes: 16))
  }

  private func page(_ body: String, nonce: String) -> Reply {
    let text = """
      <!doctype html>
      <html lang="\(words.tag)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(words.title)</title>
      <style nonce="\(nonce)">\(QRPageStyle.css)</style>
      </head>
      <body>
      \(body)
      </body>
      </html>
      """
    return Reply(
      status: 200, contentType: "text/html; charset=utf-8", headers: Self.safety(nonce),
      body: Data(text.utf8))
  }

  /// Websites may show the page in a frame, as they do with WeChat's.
  private static func safety(_ nonce: String) -> [Reply.Header] {
    [
      Reply.Header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'nonce-\(nonce)'; script-src 'nonce-\(nonce)'; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'"),
      Reply.Header("X-Content-Type-Options", "nosniff"),
      Reply.Header("Referrer-Policy", "no-referrer"),
      Reply.Header("Cache-Control", "no-store"),
    ]
  }
}

extension String {
  /// As text of a page.
  fileprivate var html: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
