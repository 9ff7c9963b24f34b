import MockKit

/// The apps that the platform knows.
struct AppBook: Sendable {
  let all: [SeedData.App]
  /// The set's mini-program.
  let mini: SeedData.App

  init(_ config: WeChatConfig) {
    all = config.apps
    mini = config.mini
  }

  func find(_ appid: String?) -> SeedData.App? {
    all.first { $0.appid == appid }
  }

  /// The app that says so with its secret.
  func verify(appid: String?, secret: String?) throws(WeChatError) -> SeedData.App {
    guard let appid, !appid.isEmpty else { throw .appidMissing }
    guard let app = find(appid) else { throw .invalidAppid }
    try app.check(appid: appid, secret: secret)
    return app
  }
}
