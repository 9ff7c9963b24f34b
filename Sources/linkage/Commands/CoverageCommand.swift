import ArgumentParser
import LinkageCore
import LinkageReport
import LinkageScenario

/// Shows what of the contract scenarios check, and what none does.
struct CoverageCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage",
      abstract: Words.pick(
        "Shows what of the contract scenarios check, and what none does.",
        "查看约定中哪些内容有场景检查，哪些没有。"),
      discussion: Words.pick(
        """
        Reads the files and runs nothing: which scenarios write on one platform and read on another,
        which promises of the contract nobody looks at, and what the target cannot do. Whether what
        they expect is right, `linkage mutants` shows.
        """,
        """
        只读取文件，不运行任何场景：哪些场景在一端写入、在另一端读取，约定中哪些承诺无人查看，
        目标做不到哪些操作。场景的期望是否有效，由 `linkage mutants` 检验。
        """))
  }

  @OptionGroup var suite: SuiteOptions
  @OptionGroup var selection: SelectionOptions

  @Flag(
    help: ArgumentHelp(
      Words.pick(
        "Ends with 1 where a promise of the contract is unchecked.",
        "约定中有承诺未被检查时，以退出码 1 结束。")))
  var failOnUnchecked = false

  @Option(
    help: ArgumentHelp(
      Words.pick("Writes all of it to this file, as JSON.", "把全部内容以 JSON 写入此文件。"),
      valueName: "file"))
  var json: String?

  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      let loaded = try LoadedSuite.load(suite, selection, results, by: printer)
      if failOnUnchecked, loaded.plan.contract == nil {
        throw .complaint(.nothingPromised, .invalid)
      }
      let coverage = loaded.coverage
      let report = CoverageReport(
        language: printer.language, style: printer.outputStyle,
        width: world.isOutputTerminal ? world.width : nil)
      world.output(report.text(coverage))
      let isShort = failOnUnchecked && !coverage.unchecked.isEmpty
      return .first(of: [isShort ? .failed : .passed, write(coverage, in: world, printer)])
    } catch {
      return printer.print(error)
    }
  }

  private func write(
    _ coverage: SuiteCoverage, in world: World, _ printer: Printer
  ) -> ExitCode {
    guard let path = json else { return .passed }
    do throws(Disk.Failure) {
      try Disk.write(
        Array(CoverageJSON.text(coverage).utf8), to: Disk.absolute(path, in: world.folder))
      return .passed
    } catch {
      printer.print(.fileNotWritten(path: path, reason: error.reason))
      return .reportNotWritten
    }
  }
}

extension LoadedSuite {
  fileprivate var coverage: SuiteCoverage {
    CoverageFinder.coverage(
      of: plan, contract: suite.contract?.path,
      skipped: listing.skipped.map {
        SuiteCoverage.Skipped(name: $0.outline.name, lacks: $0.lacks, denied: $0.denied)
      })
  }
}
