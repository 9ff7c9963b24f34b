import Foundation
import MockKit

/// What a browser shows of a link: in both languages, without anything from elsewhere.
struct LinkPage: Sendable {
  private let destination: Destination
  private let path: String

  init(_ door: Opener.Door, home: String) {
    destination = door.destination
    path = destination.path.isEmpty ? home : destination.path
  }

  /// - Parameters:
  ///   - code: for a phone to scan.
  ///   - scheme: where a phone goes on at once.
  func html(code: PNG?, scheme: String?) -> String {
    Self.page("Open the mini-program · 打开小程序", facts + picture(code) + button(scheme))
  }

  static func html(_ problem: Problem) -> String {
    page(
      "This does not open · 无法打开",
      "<p id=\"problem\" data-type=\"\(problem.type)\">\(DocsText.escape(problem.detail))</p>\n")
  }

  private var facts: String {
    let version = destination.version.rawValue
    return """
      <dl><dt>Page · 页面</dt><dd id="path">\(DocsText.escape(path))</dd>
      <dt>Query · 参数</dt><dd id="query">\(DocsText.escape(destination.query))</dd>
      <dt>Version · 版本</dt><dd id="version">\(version)</dd></dl>

      """
  }

  private func picture(_ code: PNG?) -> String {
    guard let code else { return "" }
    let source = "data:image/png;base64," + code.bytes.base64EncodedString()
    return "<p>Scan with a phone · 请用手机扫码</p>\n<img id=\"code\" alt=\"QR\" src=\"\(source)\">\n"
  }

  private func button(_ scheme: String?) -> String {
    guard let scheme else { return "" }
    let link = DocsText.escape(scheme)
    return "<p><a id=\"open\" href=\"\(link)\">Open in WeChat · 在微信中打开</a></p>\n"
      + "<script>location.href = document.getElementById('open').href</script>\n"
  }

  private static func page(_ title: String, _ body: String) -> String {
    """
    <!doctype html>
    <html lang="zh-CN"><head><meta charset="utf-8"><title>\(title)</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>:root { color-scheme: light dark } body { font: 1rem system-ui; margin: 2rem auto; \
    max-width: 32rem; padding: 0 1rem } dd { overflow-wrap: anywhere }</style></head>
    <body><h1>\(title)</h1>
    \(body)</body></html>

    """
  }
}
