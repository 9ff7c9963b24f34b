import LinkageCore
import LinkageReport
import MockKit

/// What is said of a latency in the user's language.
enum LatencyWords {
  static func sentence(_ error: LinkLatencyError) -> String {
    problem(error)
      + Words.pick(
        "; write 300ms, 5ms..50ms, 200ms±10ms, exponential 20ms, lognormal 20ms 0.5, "
          + "pareto 20ms 1.5, or a mixture: "
          + "90% 5ms + 10% exponential 200ms",
        "；可以写 300ms、5ms..50ms、200ms±10ms、exponential 20ms、lognormal 20ms 0.5、pareto 20ms 1.5，"
          + "或混合分布：90% 5ms + 10% exponential 200ms")
  }

  private static func problem(_ error: LinkLatencyError) -> String {
    switch error {
    case .empty: Words.pick("there is nothing", "内容为空")
    case .unknownForm(let text):
      Words.pick("'\(text)' is no known form", "无法识别 '\(text)'")
    case .badLength(let text):
      Words.pick(
        "'\(text)' is no length of time: a number and ms, s, m or h, such as 300ms",
        "'\(text)' 不是时长：应为数字加 ms、s、m 或 h，例如 300ms")
    case .tooLong(let text):
      Words.pick("'\(text)' is longer than an hour", "'\(text)' 超过一小时")
    case .reversed(let from, let to):
      Words.pick("'\(from)' is longer than '\(to)'", "'\(from)' 比 '\(to)' 还长")
    case .badSpread(let text):
      Words.pick(
        "'\(text)' is no spread of a lognormal and no shape of a Pareto distribution: "
          + "a number above 0, at most 5",
        "'\(text)' 不能作为对数正态的离散度或帕累托分布的形状：应大于 0 且不超过 5")
    case .badShare(let text):
      Words.pick(
        "'\(text)' begins with no share such as 90%", "'\(text)' 开头没有 90% 这样的占比")
    case .sharesNotWhole(let sum):
      Words.pick(
        "the shares add up to \(shortest(sum)) %, not to 100 %",
        "各部分占比之和为 \(shortest(sum))%，而不是 100%")
    }
  }

  /// What a distribution is, in a sentence without its end.
  static func meaning(_ latency: LinkLatency, _ language: Language) -> String {
    let chinese = language == .chinese
    switch latency {
    case .fixed(let length):
      return chinese ? "每次都是 \(text(length))" : "\(text(length)) each time"
    case .uniform(let from, let to):
      let (low, high) = (text(from), text(to))
      return chinese
        ? "\(low) 到 \(high) 之间均匀分布" : "anything from \(low) to \(high), all equally likely"
    case .normal(let mean, let deviation):
      let (mean, deviation) = (text(mean), text(deviation))
      return chinese
        ? "正态分布，均值 \(mean)，标准差 \(deviation)"
        : "normal, mean \(mean), standard deviation \(deviation)"
    case .exponential(let mean):
      return chinese ? "指数分布，均值 \(text(mean))" : "exponential, mean \(text(mean))"
    case .lognormal(let median, let spread):
      return chinese
        ? "对数正态分布，中位数 \(text(median))，对数的标准差 \(shortest(spread))"
        : "lognormal, median \(text(median)), standard deviation of the logarithm \(shortest(spread))"
    case .pareto(let least, let shape):
      let (least, shape) = (text(least), shortest(shape))
      return chinese
        ? "帕累托分布，最小 \(least)，形状 \(shape)" : "Pareto, at least \(least), shape \(shape)"
    case .mixture(let parts):
      return parts.map { part in
        let share = "\(shortest(part.share * 100))\(chinese ? "%" : " %")"
        return "\(share)\(chinese ? "：" : ": ")\(meaning(part.latency, language))"
      }.joined(separator: chinese ? "；" : "; ")
    }
  }

  private static func text(_ length: Duration) -> String {
    DurationText.text(Nanoseconds(length))
  }

  /// Without a fraction that says nothing.
  private static func shortest(_ number: Double) -> String {
    let rounded = (number * 1000).rounded() / 1000
    return rounded == rounded.rounded() ? String(Int64(rounded)) : String(rounded)
  }
}
