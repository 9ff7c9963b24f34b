/// The two families of endpoints, which differ in their headers and in a comma.
enum WeChatFamily: Sendable {
  case sns, api

  init(path: String) {
    self = path.hasPrefix("/sns/") ? .sns : .api
  }

  var contentType: String {
    self == .sns ? "text/plain" : "application/json; encoding=utf-8"
  }

  /// Stands between an error's text and its request id.
  var separator: String { self == .sns ? ", " : " " }
}
