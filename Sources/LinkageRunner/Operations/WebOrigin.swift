/// Scheme, host and port of an address: whose page it is.
struct WebOrigin: Hashable {
  private var scheme: String
  private var host: String
  private var port: String

  /// `nil` for what is no absolute address of the web.
  init?(of url: String) {
    guard let mark = url.firstRange(of: "://") else { return nil }
    scheme = url[..<mark.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let authority = url[mark.upperBound...].prefix { !"/?#".contains($0) }
    let address = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let digits = address.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    let rest = address.dropLast(digits.count)
    let hasPort = rest.hasSuffix(":")
    host = (hasPort ? rest.dropLast() : address).lowercased()
    let usual = scheme == "https" ? "443" : "80"
    port = hasPort && String(digits) != usual ? String(digits) : ""
  }

  /// As the header `Origin` has it.
  var text: String { "\(scheme)://\(host)" + (port.isEmpty ? "" : ":\(port)") }

  /// What a browser tells of the page by default (`strict-origin-when-cross-origin`): its address to
  /// its own origin, the origin to others, nothing where encryption ends.
  func referer(from page: String, to there: WebOrigin?) -> String? {
    if scheme == "https", there?.scheme == "http" { return nil }
    guard there == self, let mark = page.firstRange(of: "://") else { return text + "/" }
    let path = page[mark.upperBound...].drop { !"/?#".contains($0) }.prefix { $0 != "#" }
    return text + (path.hasPrefix("/") ? "" : "/") + path
  }
}
