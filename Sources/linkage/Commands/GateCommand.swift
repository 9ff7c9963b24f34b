import ArgumentParser
import LinkageCheck
import LinkageCore
import LinkageReport
import LinkageScenario
import LinkageStore

/// Says whether what a stored run tested may be released.
struct GateCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gate",
      abstract: Words.pick(
        "Judges a stored run by the rules of a gate file.", "按门禁文件的规则判定已保存的运行。"))
  }

  @OptionGroup var stored: StoredRunArgument

  @Option(help: ArgumentHelp(Words.pick("The gate file.", "门禁文件。"), valueName: "file"))
  var gate: String

  @OptionGroup var past: BaselineOptions
  @OptionGroup var junit: JUnitOptions
  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      return try judge(in: world, printer)
    } catch {
      return printer.print(error)
    }
  }

  private func judge(in world: World, _ printer: Printer) throws(Stop) -> ExitCode {
    let folder = ResultsFolder(results.results, in: world)
    let (history, store) = try folder.stored(stored.run)
    let gate = try GateFiles(world: world).gate(gate, knowing: GateNames(history.outline))
    let label = PastRuns.label(of: history.header)
    let past = try PastRuns(store).wanted(
      by: gate, of: history.outline.target, label: label, without: history.header.id,
      baseline: past.baseline)
    var judged = JudgedRun(history: history, verdict: try verdict(of: history, in: store))
    judged.gate = past.result(of: judged, by: gate, in: world)
    let published = folder.publish(
      judged, by: printer, junit: junit, isNewest: false, gateAlone: true)
    return .first(of: [.of(judged), published])
  }

  /// A run that was killed has none yet.
  private func verdict(of history: History, in store: Store) throws(Stop) -> Verdict {
    do throws(StoreError) {
      return try store.verdict(of: history.header.id) ?? Judge.verdict(of: history)
    } catch {
      throw .complaint(StoreComplaint.of(error), .invalid)
    }
  }
}
