import ArgumentParser

/// By which gate a run is judged, and what it is compared with.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Also judges the run by the rules of this gate file.", "另按此门禁文件的规则判定。"),
      valueName: "file"))
  var gate: String?

  @OptionGroup var past: BaselineOptions

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "What this run is one of, such as a version: comparisons put runs of one label together.",
        "本次运行所属的标签，如版本号：比较时同一标签的运行归为一组。"), valueName: "label"))
  var label: String?

  func validate() throws {
    if !past.baseline.isEmpty, gate == nil {
      throw ValidationError(Words.pick("--baseline needs --gate.", "--baseline 需要 --gate。"))
    }
    guard let label else { return }
    let isPlain = label.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard isPlain, (1...100).contains(label.count) else {
      throw ValidationError(
        Words.pick(
          "--label takes 1 to 100 characters of one line.", "--label 为一行 1 到 100 个字符。"))
    }
  }
}

/// With which runs a gate compares the one that it judges.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words.pick(
        "A stored run that `no_worse_than` compares with, instead of those of that label. May be repeated.",
        "`no_worse_than` 用来比较的运行，取代带该标签的运行。可多次给出。"), valueName: "run"))
  var baseline: [String] = []
}
