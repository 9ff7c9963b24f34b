public import ArgumentParser
public import LinkageCore

extension Language: ExpressibleByArgument {}

extension Nanoseconds {
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}

/// A length of time as people write it: `300ms`, `1.5s`, `2m`.
struct DurationArgument: ExpressibleByArgument, Sendable {
  var length: Nanoseconds
  /// As it was written.
  var text: String

  init?(argument: String) {
    let units: [(String, Double)] = [
      ("ms", 1e6), ("us", 1e3), ("µs", 1e3), ("s", 1e9), ("m", 60e9), ("h", 3600e9),
    ]
    guard let (suffix, scale) = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Double(argument.dropLast(suffix.count)), number >= 0, number.isFinite,
      number * scale < 9e18
    else { return nil }
    length = Nanoseconds(Int64((number * scale).rounded()))
    text = argument
  }

  /// Whole milliseconds, for a default.
  init(milliseconds: Int64) {
    length = .milliseconds(milliseconds)
    text = "\(milliseconds)ms"
  }

  var defaultValueDescription: String { text }
}

/// `name=value`, as in `--peer web=http://127.0.0.1:4701`.
struct PairArgument: ExpressibleByArgument, Sendable {
  var name: String
  var value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "=") else { return nil }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.pick("Language of the output: en or zh.", "输出语言：en 或 zh。"), valueName: "en|zh"))
  var lang: Language?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(Words.pick("Colours, on a terminal by default.", "彩色输出，终端上默认开启。")))
  var color: Bool?

  func language(in world: World) -> Language {
    lang ?? World.language(of: world.environment)
  }
}

/// Where runs are kept.
struct ResultsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.pick("Folder of the runs and their reports.", "运行记录与报告所在的文件夹。"),
      valueName: "folder"))
  var results = "results"
}
