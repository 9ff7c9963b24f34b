import ArgumentParser
import LinkageCheck
import LinkageCore
import LinkageReport

/// Shows what a stored run sent and what came back.
struct ShowCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Words.pick(
        "Shows a stored run: its steps, or what one of them sent and got.",
        "查看已保存的运行：各个步骤，或某一步发送与收到的内容。"))
  }

  @OptionGroup var steps: StepOptions
  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      let history = try ResultsFolder(results.results, in: world).history(of: steps.run)
      let run = JudgedRun(history: history, verdict: Judge.verdict(of: history))
      let show = ShowPrinter(
        run: run, language: printer.language, style: printer.outputStyle)
      let text = try Stop.complaining { () throws(Complaint) in
        steps.step == nil && steps.read == nil
          ? show.tree(of: try steps.choice.cases(of: history.outline))
          : show.text(try steps.choice.steps(of: history))
      }
      world.output(text)
      return .passed
    } catch {
      return printer.print(error)
    }
  }
}
