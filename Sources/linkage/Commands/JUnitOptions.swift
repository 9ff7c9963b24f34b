import ArgumentParser
import LinkageReport

/// How the JUnit file is written.
struct JUnitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.pick("Also writes the JUnit file here.", "另把 JUnit 文件写到此处。"), valueName: "file"))
  var junit: String?

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "rich, or strict for tools that check the file against a schema.",
        "rich；若工具按模式校验文件则用 strict。"), valueName: "flavor"))
  var junitFlavor: JUnitFlavor = .rich
}

enum JUnitFlavor: String, ExpressibleByArgument, Sendable {
  case rich, strict

  var value: JUnitReport.Flavor { self == .strict ? .strict : .rich }
}
