import ArgumentParser

/// Which stored run a command judges.
struct StoredRunArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Words.pick("A run's id, the beginning of one, or last.", "运行编号、其开头几位，或 last。"),
      valueName: "run"))
  var run = "last"
}
