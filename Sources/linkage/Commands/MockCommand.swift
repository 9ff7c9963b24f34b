import ArgumentParser
import Foundation
import LinkageCore
import LinkageReport
import MockKit
import Mocks

/// Starts the mock back ends as a process to work against.
struct MockCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mock",
      abstract: Words.pick(
        "Starts the mock back ends: website, mini-program, WeChat platform and counter system.",
        "启动模拟后端：网站、小程序、微信平台与柜台系统。"))
  }

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Starts one of them alone: web, mini, wechat or counter.",
        "只启动其中一个：web、mini、wechat 或 counter。"),
      valueName: "server"))
  var only: MockServerName?

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "0 takes free ports; with --only, the port of that server.",
        "0 表示使用空闲端口；与 --only 同用时为该服务的端口。"), valueName: "port"))
  var port: Int?

  @Option(
    help: ArgumentHelp(
      Words.pick("Writes the addresses to this file, as JSON.", "把各服务的地址以 JSON 写入此文件。"),
      valueName: "file"))
  var portsFile: String?

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Where another server runs, with --only; may be repeated.",
        "与 --only 同用：另一个服务的地址，可多次给出。"), valueName: "server=url"))
  var peer: [PairArgument] = []

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Keeps the data in SQLite files in this folder; in memory otherwise.",
        "把数据保存为此文件夹中的 SQLite 文件；默认只在内存中。"), valueName: "folder"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      Words.pick("Seed of the made-up ids.", "生成编号所用的随机种子。"), valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Where to listen; beyond loopback the console asks for a token.",
        "监听地址；若不是本机回环地址，控制台需要令牌。"), valueName: "address"))
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "The console's token; made up where one is needed and none given.",
        "控制台的令牌；需要而未给出时自动生成。"), valueName: "token"))
  var adminToken: String?

  @Option(
    help: ArgumentHelp(
      Words.pick("Signs the link's messages.", "用于签名同步消息的密钥。"), valueName: "whsec_…"))
  var linkSecret: String?

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "The key before it, while both are in use.", "更换密钥期间仍在使用的旧密钥。"),
      valueName: "whsec_…"))
  var olderLinkSecret: String?

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "The WeChat platform's apps and merchant, instead of the bundled ones.",
        "微信平台的应用与商户配置文件，取代内置的应用。"), valueName: "file"))
  var wechat: String?

  @Flag(
    help: ArgumentHelp(
      Words.pick(
        "The WeChat platform takes any wx.login code.", "微信平台接受任意 wx.login 的 code。")))
  var anyCode = false

  @Flag(
    help: ArgumentHelp(
      Words.pick(
        "Stops when standard input ends, as it does with the program that started it.",
        "标准输入结束时停止，例如启动它的程序退出时。")))
  var untilEof = false

  @OptionGroup var tls: TLSArguments
  @OptionGroup var link: LinkOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError(
        Words.pick("--port takes 0 to 65535, not \(port).", "--port 取 0 到 65535，而不是 \(port)。"))
    }
    if let port, port != 0, only == nil {
      throw ValidationError(
        Words.pick(
          "--port \(port) needs --only: there are several servers. --port 0 takes free ports for all.",
          "--port \(port) 需要与 --only 同用，因为有多个服务。--port 0 让它们都使用空闲端口。"))
    }
    if let pair = peer.first, only == nil {
      throw ValidationError(
        Words.pick(
          "--peer \(pair.name)=… needs --only: the whole set asks servers of its own.",
          "--peer \(pair.name)=… 需要与 --only 同用：整套服务只用自己的服务。"))
    }
    for pair in peer where MockServerName(rawValue: pair.name) == nil {
      throw ValidationError(
        Words.pick(
          "--peer \(pair.name)=…: the servers are web, mini, wechat and counter.",
          "--peer \(pair.name)=…：服务名只有 web、mini、wechat 和 counter。"))
    }
  }

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let language = common.language(in: world)
    let printer = ComplaintPrinter(language: language)
    let complaints = Printer(world: world, options: common)
    let (options, source): (MockOptions, FaultSource?)
    do throws(Stop) {
      (options, source) = try self.options(in: world, language)
    } catch {
      return complaints.print(error)
    }
    // Before anyone can know that the mocks are there: whoever does may stop them at once.
    let reasons = reasonsToStop(interruption)
    do throws(MockStartError) {
      let clock = ContinuousClock()
      let start = clock.now
      let set = try await MockSet.start(options)
      let took = Nanoseconds(start.duration(to: clock.now))
      do throws(Disk.Failure) {
        try writePorts(of: set, in: world)
      } catch {
        _ = await set.stop(drainFor: .zero)
        world.errors(
          printer.text(.reportNotWritten(path: error.path, reason: error.reason)))
        return .reportNotWritten
      }
      let banner = MockBanner(
        set: set, seed: seed, faults: link, only: only, took: took, language: language)
      // Whoever has read the banner may change the file.
      let reloader = source.map { FaultReloader($0, of: set, printer: complaints) }
      let watcher = reloader?.watch()
      world.output(banner.text)
      if untilEof { input(of: world, ends: reasons.yield) }
      for await _ in reasons.all { break }
      watcher?.stop()
      world.output(banner.farewell(await set.stop(drainFor: .seconds(3))))
      return .passed
    } catch {
      world.errors(printer.text(MockComplaint.of(error)))
      return .couldNotTest
    }
  }

  private func options(
    in world: World, _ language: Language
  ) throws(Stop) -> (MockOptions, FaultSource?) {
    var options = MockOptions.bundled
    options.only = only
    if let port {
      for name in MockServerName.allCases { options.ports[name] = only == name ? port : 0 }
      if only != nil { options.ports = options.ports.filter { $0.key == only } }
    }
    for pair in peer { options.peers[MockServerName(rawValue: pair.name) ?? .web] = pair.value }
    options.dataDirectory = data.map { Disk.absolute($0, in: world.folder) }
    do throws(AuthorityError) {
      options.tls = try tls.options(
        in: world, data: options.dataDirectory, takesFreePorts: port == 0)
    } catch {
      throw .complaint(MockComplaint.of(.tls(error)), .couldNotTest)
    }
    options.seed = seed
    options.host = host
    options.adminToken = adminToken
    if let linkSecret { options.linkSecret = linkSecret }
    options.olderLinkSecret = olderLinkSecret
    options.anyCode = anyCode
    if let wechat { options.wechat = try WeChatFile(wechat, in: world, language).read() }
    let source = try link.apply(to: &options, in: world, language)
    return (options, source)
  }

  private func writePorts(of set: MockSet, in world: World) throws(Disk.Failure) {
    guard let portsFile else { return }
    let text = PortsFile(set: set).text
    try Disk.write(Array(text.utf8), to: Disk.absolute(portsFile, in: world.folder))
  }

  /// Something comes out of it when the mocks shall stop.
  private func reasonsToStop(
    _ interruption: Interruption
  ) -> (all: AsyncStream<Void>, yield: @Sendable () -> Void) {
    let (reasons, reason) = AsyncStream.makeStream(of: Void.self)
    interruption.onInterrupt { reason.yield() }
    return (reasons, { reason.yield() })
  }

  private func input(of world: World, ends: @escaping @Sendable () -> Void) {
    // It blocks, so it may not be a thread that others need.
    Thread.detachNewThread {
      while !world.input(4096).isEmpty {}
      ends()
    }
  }
}

extension MockServerName: ExpressibleByArgument {
  /// The console looks at the others and is never alone.
  public init?(argument: String) {
    guard argument != Self.console.rawValue else { return nil }
    self.init(rawValue: argument)
  }

  public static var allValueStrings: [String] {
    allCases.filter { $0 != .console }.map(\.rawValue)
  }
}

/// What can be wrong with the link between the mocks.
struct LinkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.pick(
        "How long changes take to the other side: 300ms, 5ms..50ms, 200ms±10ms, exponential 20ms, …",
        "变更到达另一端所需的时间：300ms、5ms..50ms、200ms±10ms、exponential 20ms 等。"),
      valueName: "latency"),
    transform: LatencyArgument.init)
  var linkLatency: LatencyArgument?

  @Flag(
    help: ArgumentHelp(
      Words.pick("Nothing reaches the other side.", "两端之间的同步完全中断。")))
  var linkDown = false

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "What goes wrong: a file of faults, or one of \(FaultSource.names.joined(separator: ", ")).",
        "注入哪些故障：故障文件，或 \(FaultSource.names.joined(separator: "、")) 之一。"),
      valueName: "file"))
  var faults: String?

  /// The option as it was written, where one was given.
  var firstGiven: String? {
    if let linkLatency { return "--link-latency \(linkLatency.text)" }
    if let faults { return "--faults \(faults)" }
    return linkDown ? "--link-down" : nil
  }

  /// - Returns: where the faults came from.
  @discardableResult
  func apply(
    to options: inout MockOptions, in world: World, _ language: Language
  ) throws(Stop) -> FaultSource? {
    options.linkLatency = linkLatency?.latency ?? .zero
    options.linkDown = linkDown
    guard let faults else { return nil }
    let source = try FaultSource(faults, in: world, language)
    options.faults = try source.read().faults
    return source
  }
}
