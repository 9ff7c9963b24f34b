import ArgumentParser

/// From what every random choice of a run derives.
struct SeedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Repeats the random choices of an earlier run.", "重现某次运行的随机选择。"),
      valueName: "number"))
  var seed: UInt64?

  func seed(in world: World) -> UInt64 { seed ?? world.randomSeed() }
}
