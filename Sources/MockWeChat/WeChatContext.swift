import MockKit

/// What the parts of the platform share.
struct WeChatContext: Sendable {
  let config: WeChatConfig
  let apps: AppBook
  let clock: MockClock
  let seed: UInt64
  /// Whose is a token: `let app = try context.tokens.check(call.query["access_token"])`.
  let tokens: TokenBook
  /// Who is who in which app.
  let people: PeopleBook
  let sessions: SessionBook
  let profiles = ProfileBook()
  /// Whom pages offer as their users.
  let accounts: [SeedData.Account]
  let quotas: QuotaBook
  let failures = FailureBook()
  /// What people find on their phones.
  let inbox = InboxBook()
  /// Absent where only codes that were given out are taken.
  let anyCode: AnyCode?
  /// Tells the apps' back ends what happens.
  let push: PushDesk
  let pushCheckIn: PushCheckIn

  /// The set's mini-program.
  var app: SeedData.App { apps.mini }

  init(
    config: WeChatConfig, accounts: [SeedData.Account], clock: MockClock, seed: UInt64,
    takesAnyCode: Bool
  ) {
    self.config = config
    self.clock = clock
    self.seed = seed
    apps = AppBook(config)
    tokens = TokenBook(apps: apps, clock: clock, seed: seed)
    quotas = QuotaBook(clock: clock)
    people = PeopleBook(mini: config.mini.appid, seed: seed)
    sessions = SessionBook(clock: clock, seed: seed)
    self.accounts = accounts
    anyCode = takesAnyCode ? AnyCode(seed: seed) : nil
    let (writer, client) = (PushWriter(clock: clock, seed: seed), PushDesk.client)
    pushCheckIn = PushCheckIn(writer: writer, client: client)
    push = PushDesk(config, clock: clock, writer: writer, client: client)
  }
}
