import ArgumentParser
import LinkageReport

/// Which steps of a stored run are meant.
struct StepOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Words.pick("A run's id, the beginning of one, or last.", "运行编号、其开头几位，或 last。"),
      valueName: "run"))
  var run = "last"

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "A step's id, its number (3.1), or its path as messages print it.",
        "步骤的编号（id）、序号（3.1），或消息中显示的路径。"), valueName: "step"))
  var step: String?

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      Words.pick(
        "A scenario's id or name in the run, or which of them it is, from 1.",
        "运行中场景的编号或名称，或第几个（从 1 开始）。"), valueName: "scenario"))
  var item: String?

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Which read of a step that was repeated, from 1; the last by default.",
        "重复读取的步骤取第几次，从 1 开始；默认为最后一次。"), valueName: "number"))
  var read: Int?

  var choice: StepChoice { StepChoice(case: item, step: step, read: read) }
}
