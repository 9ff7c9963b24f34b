import ArgumentParser
import LinkageCheck
import LinkageCore
import LinkageReport
import LinkageStore

/// Judges a stored run again, from its history alone.
struct CheckCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Words.pick(
        "Judges a stored run again and returns the same exit code.",
        "对已保存的运行重新判定，并返回同样的退出码。"))
  }

  @OptionGroup var stored: StoredRunArgument
  @OptionGroup var junit: JUnitOptions
  @OptionGroup var results: ResultsOptions

  @Flag(
    help: ArgumentHelp(
      Words.pick(
        "Also writes the run's own reports anew; without it they stay as they are.",
        "另将该次运行自己的报告重新写出；不加则保持原样。")))
  var rewrite = false

  @OptionGroup var common: CommonOptions

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      return try check(in: world, printer)
    } catch {
      return printer.print(error)
    }
  }

  private func check(in world: World, _ printer: Printer) throws(Stop) -> ExitCode {
    let folder = ResultsFolder(results.results, in: world)
    let (history, store) = try folder.stored(stored.run)
    let judged = JudgedRun(history: history, verdict: Judge.verdict(of: history))
    do throws(StoreError) {
      try store.saveVerdict(judged.verdict, of: history.header.id)
    } catch {
      throw .complaint(StoreComplaint.of(error), .invalid)
    }
    let published = folder.publish(
      judged, by: printer, junit: junit, isNewest: false, keepsReports: !rewrite)
    return .first(of: [.of(judged.verdict), published])
  }
}
