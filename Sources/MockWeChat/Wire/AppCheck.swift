import MockKit

extension SeedData.App {
  /// Refuses callers who are not this app.
  func check(appid: String?, secret: String?) throws(WeChatError) {
    guard let appid, !appid.isEmpty else { throw .appidMissing }
    guard let secret, !secret.isEmpty else { throw .secretMissing }
    guard appid == self.appid else { throw .invalidAppid }
    guard secret == self.secret else { throw .invalidSecret }
  }
}
