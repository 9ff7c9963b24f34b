/// What a loop runs, first come first served.
enum LoopItem: Sendable {
  case job(UnownedJob)
  case call(@Sendable () -> Void)
}
