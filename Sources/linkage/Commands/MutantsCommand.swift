import ArgumentParser
import Glibc
import LinkageCore
import LinkageReport
import MockKit
import Values

/// Shows which faults a suite would notice.
struct MutantsCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mutants",
      abstract: Words.pick(
        "Shows which defects a suite would miss, and which faults it would wrongly complain of.",
        "找出场景会漏掉哪些缺陷，又会对哪些正常故障误报。"),
      discussion: Words.pick(
        """
        Runs the suite against the bundled mocks once for each fault that they can have, several side
        by side. A defect must turn something red, best the checker that is named for it; a fault that
        a correct link stands must leave everything green. `linkage run` says nothing of this.
        It ends with 1 where a defect survived or a false alarm was raised.
        """,
        """
        让场景逐一面对自带模拟后端的每种故障，同时进行多个。
        缺陷必须使某处变红，最好由为其指定的检查发现；正确的链路经得起的故障则不得影响任何结果。
        有缺陷漏过或出现误报时，以退出码 1 结束。
        """))
  }

  @OptionGroup var suite: SuiteOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      Words.pick("Only these faults.", "只试这些故障。"), valueName: "fault"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Only defects, or only what a correct link stands.", "只试缺陷，或只试正确链路经得起的故障。"),
      valueName: "defect|benign"))
  var family: MutantFamily?

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "The longest wait for a change; what never comes is waited for that long each time.",
        "等待变更的上限；永远不来的变更每次都要等这么久。"), valueName: "duration"))
  var within = DurationArgument(milliseconds: 5_000)

  @Option(
    help: ArgumentHelp(
      Words.pick("How many faults are tried at the same time.", "同时尝试的故障数。"),
      valueName: "number"))
  var parallel = MutantsCommand.cores

  @OptionGroup var random: SeedOptions

  @Option(
    help: ArgumentHelp(
      Words.pick("Writes all results to this file, as JSON.", "把全部结果以 JSON 写入此文件。"),
      valueName: "file"))
  var json: String?

  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  private static let cores = max(1, min(8, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// In the order of the catalogue.
  var kinds: [FaultKind] {
    Faults.all.filter { kind in
      (only.isEmpty || only.contains(kind.name))
        && (family ?? kind.mutantFamily) == kind.mutantFamily
    }
  }

  func validate() throws {
    guard (1...64).contains(parallel) else {
      throw ValidationError(
        Words.pick("--parallel takes 1 to 64.", "--parallel 取 1 到 64。"))
    }
    guard within.length >= .milliseconds(100), within.length <= .seconds(600) else {
      throw ValidationError(
        Words.pick("--within takes 100ms to 10m.", "--within 取 100ms 到 10m。"))
    }
    for name in only { try check(name) }
    guard !kinds.isEmpty else {
      throw ValidationError(
        Words.pick(
          "None of the faults after --only is of the family \(family?.rawValue ?? "").",
          "--only 列出的故障都不属于 \(family?.rawValue ?? "")。"))
    }
  }

  private func check(_ name: String) throws {
    let known = Faults.all.map(\.name)
    guard !known.contains(name) else { return }
    let nearest = Nearest.name(to: name, among: known)
    throw ValidationError(
      Words.pick(
        "There is no fault `\(name)`\(nearest.map { "; did you mean `\($0)`?" } ?? ".") "
          + "There are: \(known.joined(separator: ", ")).",
        "没有故障 `\(name)`\(nearest.map { "，是否指 `\($0)`？" } ?? "。")"
          + "可用的有：\(known.joined(separator: "、"))。"))
  }

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      return try await MutantSession(
        command: self, world: world, interruption: interruption, printer: printer
      ).run()
    } catch {
      return printer.print(error)
    }
  }
}
