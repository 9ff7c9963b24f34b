import ArgumentParser
import LinkageCore
import LinkageReport

/// Prints a stored run's requests as curl command lines.
struct CurlCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "curl",
      abstract: Words.pick(
        "Prints requests of a stored run as curl command lines.",
        "把已保存运行中的请求打印成 curl 命令行。"),
      discussion: Words.pick(
        """
        Without --step all steps, in order; of one that was repeated the last read.
        Secrets are variables: LINKAGE_SECRET_NAME as for a run, SECRET_1 and so on for what the run
        captured or made up. `linkage run --curl FILE` writes lines with all secrets.
        """,
        """
        不给 --step 时依次打印所有步骤；重复读取的步骤取最后一次。
        机密以变量表示：LINKAGE_SECRET_NAME 与运行时相同，SECRET_1 等代表运行过程取得或生成的值。
        `linkage run --curl FILE` 写出含全部机密的命令行。
        """))
  }

  @OptionGroup var steps: StepOptions

  @Flag(
    help: ArgumentHelp(
      Words.pick(
        "Fills in the secrets that the environment has (LINKAGE_SECRET_NAME).",
        "填入环境变量 LINKAGE_SECRET_NAME 中的机密。")))
  var secrets = false

  @OptionGroup var results: ResultsOptions
  @OptionGroup var common: CommonOptions

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      let history = try ResultsFolder(results.results, in: world).history(of: steps.run)
      var script = CurlScript(
        history, language: printer.language, secrets: secrets ? Secrets.all(of: world) : nil)
      let chosen = try Stop.complaining { () throws(Complaint) in
        try steps.choice.steps(of: history)
      }
      world.output(script.text(chosen))
      return .passed
    } catch {
      return printer.print(error)
    }
  }
}
