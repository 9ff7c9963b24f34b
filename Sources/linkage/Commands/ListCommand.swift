import ArgumentParser
import LinkageReport

/// Shows what scenarios there are and what a target covers of them.
struct ListCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Words.pick(
        "Lists scenarios, and which of them the target covers.",
        "列出场景，以及目标可以运行其中哪些。"))
  }

  @OptionGroup var suite: SuiteOptions
  @OptionGroup var selection: SelectionOptions

  @Flag(help: ArgumentHelp(Words.pick("Prints JSON for programs.", "打印供程序读取的 JSON。")))
  var json = false

  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      let listing = try LoadedSuite.load(suite, selection, results, by: printer).listing
      let table = ListingPrinter(
        language: printer.language, style: printer.outputStyle,
        width: world.isOutputTerminal ? world.width : nil)
      world.output(json ? ListingJSON.text(listing) : table.text(listing))
      return .passed
    } catch {
      return printer.print(error)
    }
  }
}
