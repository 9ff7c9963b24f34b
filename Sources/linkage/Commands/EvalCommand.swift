import ArgumentParser
import CEL
import Glibc
import LinkageCore
import LinkageReport

/// Evaluates an expression outside of any scenario.
struct EvalCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "eval",
      abstract: Words.pick(
        "Evaluates an expression and prints its value as JSON.",
        "计算一个表达式，并以 JSON 打印它的值。"),
      discussion: Words.pick(
        """
        Without an expression it reads lines from standard input; :help there says more.
        All functions of scenarios are there, and the names env, secret, now and run. The document \
        of --input is `input`; the keys of an object are names, too. Values of secrets are masked.
        An expression that begins with a minus sign comes after `--`: linkage eval -- '-1 + 2'
        """,
        """
        不给表达式时逐行读取标准输入，在其中输入 :help 可查看说明。
        场景中的函数都可使用，另有变量 env、secret、now 和 run。--input 的文档名为 `input`，\
        若是对象，其各键也可直接用作变量。密钥的值在输出中会被遮蔽。
        以减号开头的表达式要写在 `--` 之后：linkage eval -- '-1 + 2'
        """))
  }

  @Argument(
    help: ArgumentHelp(Words.pick("The expression, in CEL.", "CEL 表达式。"), valueName: "expression"))
  var expression: String?

  @Option(
    help: ArgumentHelp(
      Words.pick("A JSON document; - reads standard input.", "JSON 文档；- 表示从标准输入读取。"),
      valueName: "file"))
  var input: String?

  @Option(
    help: ArgumentHelp(
      Words.pick("Names and their values.", "变量及其值。"), valueName: "JSON object"))
  var bindings: String?

  @Flag(
    help: ArgumentHelp(
      Words.pick(
        #"Bindings and output carry types: {"int": "1"}."#, #"变量和输出都带类型：{"int": "1"}。"#)))
  var typed = false

  @Flag(
    help: ArgumentHelp(
      Words.pick("Also prints the values of the expression's parts.", "同时打印表达式各部分的值。")))
  var explain = false

  @Option(
    help: ArgumentHelp(
      Words.pick("Seed of what fake.* makes up.", "fake.* 所用的随机种子。"), valueName: "number"))
  var seed: UInt64?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if expression == nil, input == "-" {
      throw ValidationError(
        Words.pick(
          "--input - needs an expression: both would be read from standard input.",
          "--input - 需要同时给出表达式，否则两者都要从标准输入读取。"))
    }
  }

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    var reader = LineReader(world)
    var evaluator = Evaluator(printer: printer, scope: Scope(), isTyped: typed)
    do throws(EvaluationFailure) {
      let givens = Givens(
        world: world, seed: seed ?? world.randomSeed(), input: input, bindings: bindings,
        isTyped: typed)
      evaluator.scope = try givens.scope(&reader)
    } catch {
      evaluator.print(error)
      return .invalid
    }
    guard let expression else {
      if world.isInputTerminal { endCleanly(in: world, interruption) }
      var prompt = Prompt(evaluator, reader)
      return prompt.run()
    }
    let isKnown = evaluator.show(Evaluator.Line(text: expression), isExplained: explain)
    return isKnown ? .passed : .failed
  }

  /// Ctrl-C leaves the terminal with a line of its own.
  private func endCleanly(in world: World, _ interruption: Interruption) {
    interruption.onInterrupt { [weak interruption] in
      world.errors("\n")
      _exit((interruption?.exitCode ?? .interrupted).rawValue)
    }
  }
}
