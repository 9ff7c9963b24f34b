import ArgumentParser
import LinkageCore
import LinkageReport

/// Tells journeys in plain sentences.
struct ExplainCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: Words.pick(
        "Tells in plain sentences what a scenario does.",
        "用平实的语句说明一个场景做什么。"))
  }

  @OptionGroup var suite: SuiteOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      let plan = try LoadedSuite.load(suite, selection, results, by: printer).plan
      let journeys = JourneyPrinter(language: printer.language, style: printer.outputStyle)
      let texts = Self.scenarios(of: plan).map { journeys.text($0, of: plan) }
      world.output(SecretMask(of: world).text(texts.joined(separator: "\n\n")))
      return .passed
    } catch {
      return printer.print(error)
    }
  }

  /// Positions in the plan; the rows of a matrix stand together.
  private static func scenarios(of plan: Plan) -> [[Int]] {
    var order: [String] = []
    var positions: [String: [Int]] = [:]
    for (position, scenario) in plan.scenarios.enumerated() {
      if positions[scenario.id] == nil { order.append(scenario.id) }
      positions[scenario.id, default: []].append(position)
    }
    return order.compactMap { positions[$0] }
  }
}
