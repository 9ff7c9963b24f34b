import ArgumentParser

/// From arguments to an exit code.
enum Program {
  static func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    do {
      var command = try Linkage.parseAsRoot(world.arguments)
      if let command = command as? any WorldCommand {
        return await command.run(in: world, interruption)
      }
      try command.run()
      return .passed
    } catch {
      return report(error, in: world)
    }
  }

  /// Help and version are answers; everything else is wrong usage.
  private static func report(_ error: any Error, in world: World) -> ExitCode {
    let english = SecretMask(of: world).text(Linkage.fullMessage(for: error))
    let text = Words.pick(english, ChineseHelp.text(english))
    if Linkage.exitCode(for: error).isSuccess {
      world.output(text + "\n")
      return .passed
    }
    world.errors(text + "\n")
    return .invalid
  }
}

/// A command that gets its surroundings from outside.
protocol WorldCommand: ParsableCommand {
  func run(in world: World, _ interruption: Interruption) async -> ExitCode
}

struct Linkage: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "linkage",
      abstract: Words.pick(
        "Checks that a website and a mini-program work as one business.",
        "检查网站与小程序是否作为一个整体正常工作。"),
      discussion: Words.pick(
        """
        linkage run                  the bundled journeys against the bundled mocks
        linkage run my.yaml          a scenario of your own
        linkage mock                 the mock back ends, to work against
        linkage check last           judge the last run again
        linkage gate last --gate F   whether it may be released, by the rules of a gate file
        linkage show last            what the last run did; with --step what it sent and got
        linkage curl last            its requests as curl command lines
        linkage validate             check all files, run nothing
        linkage list                 what there is to run
        linkage explain FILE         a journey in plain sentences
        linkage eval 'now'           try an expression
        linkage schema               for editors that complete and check
        linkage accuracy             how exact its latencies are, against known truth
        linkage coverage             what of the contract a suite checks
        linkage mutants              which defects a suite would miss
        """,
        """
        linkage run                  用自带的模拟后端跑自带的旅程
        linkage run my.yaml          跑你自己的场景
        linkage mock                 启动模拟后端，供开发联调
        linkage check last           对最近一次运行重新判定
        linkage gate last --gate F   按门禁文件的规则判断能否发布
        linkage show last            查看最近一次运行；加 --step 查看收发的内容
        linkage curl last            把其中的请求打印成 curl 命令行
        linkage validate             只检查文件，不运行
        linkage list                 列出可运行的场景
        linkage explain FILE         用平实的语句说明一个旅程
        linkage eval 'now'           试算一个表达式
        linkage schema               供编辑器补全和检查
        linkage accuracy             对照已知真相，检验延迟测得有多准
        linkage coverage             约定中哪些内容有场景检查
        linkage mutants              检验场景会漏掉哪些缺陷
        """),
      version: Version.text,
      subcommands: [
        RunCommand.self, CheckCommand.self, GateCommand.self, CoverageCommand.self,
        MutantsCommand.self,
        ShowCommand.self, CurlCommand.self, MockCommand.self, ValidateCommand.self,
        ListCommand.self, ExplainCommand.self, EvalCommand.self, SchemaCommand.self,
        AccuracyCommand.self,
      ])
  }
}

enum Version {
  static let text = "0.1.0"
}
