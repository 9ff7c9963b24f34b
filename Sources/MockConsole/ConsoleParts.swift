package import MockKit

/// What the console looks at and works on.
package struct ConsoleParts: Sendable {
  let addresses: ConsoleAddresses
  let relays: [LinkRelay]
  let keys: LinkKeys
  let epoch: Epoch
  let clock: MockClock
  let truth: TruthLog
  let journal: Journal
  let keeper: StateKeeper
  let planter: SeedPlanter
  let client: WireClient
  let faults: FaultBook
  /// Whether no server does anything by itself just now.
  let isResting: @Sendable () -> Bool

  package init(
    addresses: ConsoleAddresses, relays: [LinkRelay], keys: LinkKeys, epoch: Epoch,
    clock: MockClock, truth: TruthLog, journal: Journal, keeper: StateKeeper,
    planter: SeedPlanter, client: WireClient, faults: FaultBook,
    isResting: @escaping @Sendable () -> Bool
  ) {
    self.addresses = addresses
    self.relays = relays
    self.keys = keys
    self.epoch = epoch
    self.clock = clock
    self.truth = truth
    self.journal = journal
    self.keeper = keeper
    self.planter = planter
    self.client = client
    self.faults = faults
    self.isResting = isResting
  }
}
