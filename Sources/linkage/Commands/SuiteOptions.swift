import ArgumentParser

/// Which files a command works on.
struct SuiteOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Words.pick(
        "Scenario files, folders of them, or a line in one: path.yaml:24.",
        "场景文件、其所在的文件夹，或文件中的一行：path.yaml:24。"), valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "The system to test: a target file, or the name of one in the suite's targets/.",
        "被测系统：目标文件，或场景文件夹 targets/ 中的名字。"), valueName: "file|name"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "What the platforms promise each other; contract.yaml beside the scenarios by default.",
        "两端之间的约定；默认取场景旁的 contract.yaml。"), valueName: "file"))
  var contract: String?

}

/// Whether scenarios may be skipped for what the target lacks.
struct CoverageOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      Words.pick(
        "A scenario that the target cannot run is an error, and not skipped.",
        "目标无法运行的场景按错误处理，而不是跳过。")))
  var requireAll = false
}
