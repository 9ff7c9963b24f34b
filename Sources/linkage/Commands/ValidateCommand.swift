import ArgumentParser
import LinkageCheck
import LinkageCore
import LinkageReport
import LinkageScenario

/// Checks files without running anything.
struct ValidateCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "validate",
      abstract: Words.pick(
        "Checks everything that can be checked without a request.",
        "不发出任何请求，检查一切能事先检查的内容。"))
  }

  @OptionGroup var suite: SuiteOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var coverage: CoverageOptions
  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      let loaded = try LoadedSuite.load(
        suite, selection, results, coverage, takesFlows: true, by: printer)
      let summary = ValidationSummary(
        listing: loaded.listing, flows: loaded.suite.flows.count,
        gates: loaded.suite.gates.count,
        leftOut: loaded.leftOut, contract: loaded.suite.contract?.path,
        target: loaded.suite.target?.path)
      let gates = try GateFiles(world: world).checked(loaded.suite.gates, with: loaded)
      world.output(summary.text(in: printer.language, style: printer.outputStyle))
      for gate in gates {
        world.output(
          GateReport(language: printer.language, style: printer.outputStyle).needs(
            GateNeed.all(of: gate, in: loaded.plan.outline.cases), of: gate.name, all: true))
      }
      return .passed
    } catch {
      return printer.print(error)
    }
  }
}
