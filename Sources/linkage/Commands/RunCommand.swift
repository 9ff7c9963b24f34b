import ArgumentParser
import LinkageCore
import LinkageReport

/// Runs journeys and says whether the platforms keep their promises.
struct RunCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: Words.pick(
        "Runs scenarios and says whether they hold.", "运行场景并给出结论。"),
      discussion: Words.pick(
        """
        Without paths it runs the folder `scenarios`, or the bundled suite where there is none.
        `--target mock`, the default, starts the bundled mocks for the run.
        Secrets for `${secret.NAME}` come from the environment: LINKAGE_SECRET_NAME.
        """,
        """
        不给路径时运行 `scenarios` 文件夹；没有该文件夹则运行自带的场景。
        默认的 `--target mock` 会为本次运行启动自带的模拟后端。
        `${secret.NAME}` 的取值来自环境变量 LINKAGE_SECRET_NAME。
        """))
  }

  @OptionGroup var suite: SuiteOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Runs each scenario so many times, for figures that can be judged.",
        "每个场景运行这么多次，以得到足够判定的数据。"), valueName: "number"))
  var samples = 1

  @OptionGroup var coverage: CoverageOptions
  @OptionGroup var gate: GateOptions
  @OptionGroup var junit: JUnitOptions
  @OptionGroup var random: SeedOptions

  @Option(
    help: ArgumentHelp(
      Words.pick("How many scenarios run at the same time.", "同时运行的场景数。"),
      valueName: "number"))
  var parallel = 16

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Writes every request here as a curl command line, secrets and all; only you may read it.",
        "把每个请求写成 curl 命令行存入此文件，含全部机密；只有你本人可读。"), valueName: "file"))
  var curl: String?

  @OptionGroup var link: LinkOptions
  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard parallel >= 1 else {
      throw ValidationError(
        Words.pick("--parallel takes at least 1.", "--parallel 至少为 1。"))
    }
    guard (1...100_000).contains(samples) else {
      throw ValidationError(
        Words.pick("--samples takes 1 to 100000.", "--samples 取 1 到 100000。"))
    }
  }

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      return try await Session(
        command: self, world: world, interruption: interruption, printer: printer
      ).run()
    } catch {
      return printer.print(error)
    }
  }
}
