import ArgumentParser
import LinkageCore
import LinkageReport

/// Proves how exact measured latencies are, against the mocks' own truth.
struct AccuracyCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "accuracy",
      abstract: Words.pick(
        "Shows how exact measured latencies are, against mocks that know the truth.",
        "对照知道真相的模拟后端，检验延迟测得有多准。"),
      discussion: Words.pick(
        """
        Starts the mocks in another process, runs journeys against them as `linkage run` does, and
        compares each interval with the moment at which the change truly became visible. On the same
        number of reads: a poller at fixed intervals, and the rule of Jepsen's `set-full`.
        It ends with 1 where an interval does not contain the truth.
        """,
        """
        在另一个进程中启动模拟后端，像 `linkage run` 那样对其运行旅程，
        再把每个测得的区间与变更真正可见的时刻对照。
        同时以同样的读取次数给出固定间隔轮询和 Jepsen `set-full` 规则的结果。
        只要有一个区间不含真值，就以退出码 1 结束。
        """))
  }

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "How many writes are measured for each latency; whole journeys of ten.",
        "每种延迟测量多少次写入；每个旅程十次，按整个旅程计。"), valueName: "number"))
  var writes = 500

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      Words.pick(
        "True latencies of the link, one trial each: 5ms..50ms, 200ms±10ms, 'exponential 20ms', …",
        "链路的真实延迟，每项单独试验：5ms..50ms、200ms±10ms、'exponential 20ms' 等。"),
      valueName: "latency"),
    transform: LatencyArgument.init)
  var latency: [LatencyArgument] = AccuracyCommand.usual

  @Option(
    help: ArgumentHelp(
      Words.pick("The least time between two reads.", "两次读取之间的最短间隔。"), valueName: "duration"))
  var spacing = DurationArgument(milliseconds: 2)

  @Option(
    help: ArgumentHelp(
      Words.pick("How many journeys run at the same time.", "同时运行的旅程数。"),
      valueName: "number"))
  var inFlight = 4

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Draws the latencies and the phases of the reads.", "决定各次延迟与读取相位的随机种子。"),
      valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      Words.pick("Writes all figures to this file, as JSON.", "把全部数据以 JSON 写入此文件。"),
      valueName: "file"))
  var json: String?

  @OptionGroup var common: CommonOptions

  private static let usual = [
    "5ms..50ms", "20ms±2ms", "exponential 20ms", "lognormal 15ms 0.5",
    "90% 3ms..8ms + 10% 30ms..90ms",
  ].compactMap { try? LatencyArgument($0) }

  func validate() throws {
    guard (1...1_000_000).contains(writes) else {
      throw ValidationError(
        Words.pick("--writes takes 1 to 1000000.", "--writes 取 1 到 1000000。"))
    }
    guard (1...1_000).contains(inFlight) else {
      throw ValidationError(
        Words.pick("--in-flight takes 1 to 1000.", "--in-flight 取 1 到 1000。"))
    }
    guard spacing.length >= .microseconds(100), spacing.length <= .seconds(10) else {
      throw ValidationError(
        Words.pick("--spacing takes 100us to 10s.", "--spacing 取 100us 到 10s。"))
    }
  }

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    let session = AccuracySession(
      command: self, world: world, interruption: interruption, printer: printer)
    let task = Task { await session.run() }
    interruption.onInterrupt { task.cancel() }
    return await task.value
  }
}
