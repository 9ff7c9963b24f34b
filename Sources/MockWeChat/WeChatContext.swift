import MockKit

/// What the parts of the platform share.
struct WeChatContext: Sendable {
  let app: SeedData.App
  let clock: MockClock
  let seed: UInt64
  let tokens: TokenBook
  /// Absent where only codes that were given out are taken.
  let anyCode: AnyCode?

  init(app: SeedData.App, clock: MockClock, seed: UInt64, takesAnyCode: Bool) {
    self.app = app
    self.clock = clock
    self.seed = seed
    tokens = TokenBook(clock: clock, seed: seed)
    anyCode = takesAnyCode ? AnyCode(seed: seed) : nil
  }
}
