import LinkageCore

/// A proxy's URL, taken apart so that what must not be told never reaches libcurl's messages.
struct ProxyAddress: Equatable {
  /// Without user and password.
  var url: String
  var user: String?
  var password: String?
  /// The environment's variable that names it; `nil` where a platform does.
  var variable: String?

  init(_ text: String, variable: String? = nil) {
    let authority = URLAuthority(of: text)
    self.variable = variable
    url = URLAuthority.withoutUser(text)
    guard let user = authority.user else { return }
    self.user = Self.decoded(user)
    password = Self.decoded(authority.password ?? "")
  }

  /// As a failure names it.
  var name: FailureCause.Proxy { FailureCause.Proxy(address: url, variable: variable) }

  private static func decoded(_ text: Substring) -> String {
    String(decoding: URLAuthority.decoded(text), as: UTF8.self)
  }
}
