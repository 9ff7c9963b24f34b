/// Saves what a part keeps in memory, and brings it back.
struct MemoryKeeper: Sendable {
  let save: @Sendable () -> any Sendable
  /// Ignores what another part saved.
  let restore: @Sendable (any Sendable) -> Void

  init<State: Sendable>(
    save: @escaping @Sendable () -> State, restore: @escaping @Sendable (State) -> Void
  ) {
    self.save = save
    self.restore = { if let state = $0 as? State { restore(state) } }
  }

  /// Of several, in their order.
  init(_ keepers: [MemoryKeeper]) {
    self.init {
      keepers.map { $0.save() }
    } restore: { saved in
      for (keeper, state) in zip(keepers, saved) { keeper.restore(state) }
    }
  }
}
