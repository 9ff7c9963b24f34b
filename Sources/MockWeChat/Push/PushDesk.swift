import MockKit

/// Where the rest of the platform hands in what an app's back end shall hear of.
struct PushDesk: Sendable {
  let book: PushBook
  let courier: PushCourier
  let clock: MockClock

  /// Waits a little longer than the platform does, which counts by its own clock.
  static var client: WireClient { WireClient(timeout: .seconds(6), connectionsPerHost: 256) }

  /// - Parameter config: says where the apps want their messages from the start.
  init(_ config: WeChatConfig, clock: MockClock, writer: PushWriter, client: WireClient) {
    let settings = config.apps.compactMap { app in
      app.push.flatMap { try? PushSettings($0) }.map { (app.appid, $0) }
    }
    self.clock = clock
    book = PushBook(
      Dictionary(settings, uniquingKeysWith: { first, _ in first }), clock: clock)
    courier = PushCourier(book: book, writer: writer, client: client, clock: clock)
  }

  /// The user chose what to take of the templates that the app asked about.
  func chose(_ choices: [(template: String, accepts: Bool)], _ openid: String, in app: SeedData.App)
  {
    post(
      .popup(choices, by: openid, to: app.originalId, at: clock.seconds), of: app)
  }

  /// The user refused templates in the list of messages.
  func refused(_ templates: [String], _ openid: String, in app: SeedData.App) {
    post(
      .change(refused: templates, by: openid, to: app.originalId, at: clock.seconds), of: app)
  }

  /// A subscribe message has reached the user.
  func sent(_ template: String, message: Int64, _ openid: String, in app: SeedData.App) {
    post(
      .sent(template, message: message, by: openid, to: app.originalId, at: clock.seconds),
      of: app)
  }

  /// - Parameter copies: how often it is pushed; as often as the app's settings say where absent.
  /// - Returns: the deliveries' numbers; none where the app wants no messages.
  @discardableResult
  func post(_ message: PushMessage, of app: SeedData.App, copies: Int? = nil) -> [Int] {
    let ids = book.add(message, of: app.appid, copies: copies)
    if !ids.isEmpty { courier.wake() }
    return ids
  }
}
