import LinkageCore

struct ChineseFindingWords: FindingWords {
  private let failures = ChineseFailureWords()
  let fieldColumn = "字段"
  let absent = "无"

  func headline(_ facts: FindingFacts) -> String {
    let operation = facts.step.operation
    let change = facts.link?.text ?? "变更"
    switch facts.finding.type {
    case .expectationNotMet where facts.isComparison, .fieldMismatch where facts.isComparison:
      return differing(facts)
    case .expectationNotMet where facts.held != nil:
      return "保持了\(length(facts.held))，之后不再符合预期"
    case .unexpectedAnswer where facts.unsentForm != nil: return "`\(operation)` 的表单没有提交"
    case .fieldMismatch where facts.isBrokenPromise:
      return "`\(operation)` 的这个响应缺少约定的内容"
    case .unexpectedAnswer where facts.isBrokenPromise:
      return "`\(operation)` 的响应中没有 `let` 要取的内容"
    case .expectationNotMet, .fieldMismatch: return "不符合预期"
    case .refused: return "`\(operation)` 被拒绝" + refusal(facts.outcome)
    case .notRefused: return notRefused(facts)
    case .notSynced where facts.stoppedBy != nil:
      return "\(change) 尚未同步，`stop_if` 已终止等待"
    case .notSynced: return "\(change) \(within(facts.within))未同步"
    case .slow: return "\(change) 已同步，但太慢" + limit(facts.slo)
    case .flickered: return "\(change) 同步后又消失了"
    case .lost: return "已确认的变更丢失"
    case .vanished: return "曾经可见的变更消失了"
    case .duplicated: return "同一操作重复生效"
    case .phantom: return "出现了从未发生过的数据"
    case .leaked: return "一个会员的数据被另一个会员看到"
    case .wentBack: return "状态发生回退"
    case .notConserved: return "余额对不上账"
    case .stale: return "读到的数据过时"
    case .outOfOrder: return "后发生的先出现"
    case .blocked: return "一条变更受阻，其他变更照常到达"
    case .usedTwice: return "只能用一次的用了两次"
    case .diverged: return "两端数据不一致"
    case .restless: return "最后一次写入之后数据仍在自行变化"
    case .unexpectedAnswer: return "没有规则能解释 `\(operation)` 的这个响应"
    case .unknownOutcome: return "无法得知 `\(operation)` 是否已经生效"
    case .unreachable: return "无法连接 `\(facts.platform)`"
    case .notRunnable where facts.completion != nil:
      return "步骤 `\(facts.step.id)` 已发送请求，但无法算出它需要的值"
    case .notRunnable: return "步骤 `\(facts.step.id)` 无法执行"
    }
  }

  func sync(_ measurement: Measurement, _ sync: Outline.Sync, watched: Nanoseconds?) -> String {
    let since = sync.since.map { "`\($0)`" }.joined(separator: "、")
    let reads = reads(measurement)
    if let stable = measurement.stable {
      return flicker(measurement, stable, since) + "；" + reads
    }
    if let watched {
      guard watched > .zero else { return "\(measurement.link.text) 是否可见未知；\(reads)" }
      let time = DurationText.text(watched, .down)
      return "\(measurement.link.text) 在 \(since) 确认 \(time) 后仍不可见；\(reads)"
    }
    let interval = IntervalText.text(measurement.latency)
    return "\(measurement.link.text) 在 \(since) 确认后 \(interval) 可见；\(reads)"
  }

  func advice(_ facts: FindingFacts) -> String? {
    guard facts.isCacheSuspected else { return plainAdvice(facts) }
    let cache = "让变更同时清除 `\(facts.platform)` 前面的缓存，或缩短缓存时间"
    let more = facts.finding.type == .flickered ? nil : plainAdvice(facts)
    return more.map { "\(cache)；\($0)" } ?? cache
  }

  private func plainAdvice(_ facts: FindingFacts) -> String? {
    let link = facts.link.map { "同步链路 \($0.way) " } ?? "同步链路"
    let operation = facts.step.operation
    if let form = facts.unsentForm { return advice(form.part) }
    switch facts.finding.type {
    case .notSynced where facts.stoppedBy != nil, .fieldMismatch where facts.stoppedBy != nil:
      return "查明 `stop_if` 的条件为何成立；如果应当继续等待，请收窄该条件"
    case .notSynced where facts.lacksLogIn: return logIn(facts)
    case .notSynced: return "检查\(link)是否在运行；如果只是较慢，可调大 `within`" + now(facts.within)
    case .slow: return "查明\(link)慢在哪里，或放宽 `slo`" + now(facts.slo)
    case .fieldMismatch where facts.isBrokenPromise:
      return "对照 target 文件中的 `out` 和约定，检查这个响应"
    case .unexpectedAnswer where facts.isBrokenPromise:
      return "对照 target 文件中 `\(operation)` 的 `let`，检查这个响应"
    case .fieldMismatch where facts.measurement?.hasArrived == false:
      return "检查\(link)传递了哪些字段；如果只是较慢，可调大 `within`" + now(facts.within)
        + (facts.isComparison ? "" : "；如果不是晚到而是到达时就有误，用 `until:` 可以区分两者")
    case .expectationNotMet, .fieldMismatch:
      return facts.step.sync == nil ? nil : "检查\(link)传递了哪些字段、漏掉了哪些字段"
    case .flickered: return "检查是否有缓存或副本仍在返回旧数据"
    case .unexpectedAnswer where facts.askingProxy != nil:
      return facts.askingProxy.map { failures.proxyPassword($0.proxy) }
    case .unexpectedAnswer where facts.isWrittenInScenario:
      return "在该步骤的 `errors` 或 `ok` 中补上这种响应"
    case .unexpectedAnswer: return "在 target 文件中为 `\(operation)` 的 `errors` 或 `ok` 补上这种响应"
    case .unknownOutcome:
      return "查看 `\(facts.platform)` \(at(facts.sentWall))的日志"
        + (advice(facts.failure).map { "；" + $0 } ?? "")
    case .unreachable where facts.failure?.cause != nil: return advice(facts.failure)
    case .unreachable:
      return "启动 `\(facts.platform)`" + (facts.base.map { "（\($0)）" } ?? "") + "后重新运行"
    case .refused where facts.lacksLogIn && facts.step.actor == nil: return logIn(facts)
    case .refused: return facts.finding.held == nil ? mayFail(facts.outcome) : nil
    case .notRunnable: return "检查此处的写法，以及它所引用的步骤"
    default: return nil
    }
  }

  func checkAgain(_ command: String) -> String { "\(command)    重新判定本次运行，不再发送请求" }
  func noValue(_ problem: String) -> String {
    "无值：\(ChineseDetailWords().text(problem))"
  }
  func notEvaluated(_ problem: String) -> String { "条件无法求值：\(problem)" }

  func neverEvaluated(_ answers: Int) -> String {
    "\(answers) 次响应中都没有它：如果名字写错，等多久都没有用，测得的延迟也不作数"
  }

  func onlyRefusal(_ error: String) -> String { "每次响应都是 `\(error)`" }

  func held(_ facts: FindingFacts) -> String {
    guard let held = facts.held, let upper = held.upper else {
      return facts.isFirstReadAnswered ? "第一次读取时就不成立" : "第一次得到响应时就不成立"
    }
    let still =
      held.lower > .zero ? "\(DurationText.text(held.lower, .down)) 时仍成立" : "第一次读取时成立"
    let gone = "\(DurationText.text(upper, .up)) 时已不成立"
    return "\(still)，\(gone)" + (facts.step.stays.map { "（应保持 \(LimitText.text($0))）" } ?? "")
  }

  func stopped(_ condition: String, _ after: LatencyInterval?, _ within: Nanoseconds?) -> String {
    "`stop_if: \(condition)` " + (after.map { "在确认后 \(IntervalText.text($0)) " } ?? "")
      + "成立，等待提前终止" + (within.map { "（`within` 为 \(LimitText.text($0))）" } ?? "")
  }

  func condition(_ entry: ConditionTimes.Entry) -> String {
    guard entry.latency.upper != nil else {
      let since = DurationText.text(max(.zero, entry.latency.lower), .down)
      let bound = entry.within.map { "在 \(LimitText.text($0)) 内未成立" } ?? "到 \(since) 时仍未成立"
      return "`\(entry.name)` \(bound)"
    }
    return "`\(entry.name)` \(IntervalText.text(entry.latency)) 成立"
      + (entry.missedAgain.map(missed) ?? "")
  }

  func otherConditions(_ count: Int) -> String { "… 另有 \(count) 个，成立得更早" }

  func cached(_ age: Nanoseconds) -> String {
    "响应来自缓存，最旧的已有 \(LimitText.text(age))（`Age`）"
  }

  private func missed(_ moment: Nanoseconds?) -> String {
    moment.map { "，\(DurationText.text($0)) 时发出的读取又看不到" } ?? "，随后消失"
  }

  private func advice(_ failure: TransportFailure?) -> String? {
    let advice = failure?.cause.flatMap(failures.advice)
    return advice ?? (failure?.kind == .timeout ? "如果只是较慢，可调大 `timeout`" : nil)
  }

  private func advice(_ part: UnsentForm.Part) -> String {
    switch part {
    case .page: "在浏览器中打开该页面：`submit` 的路径是否正确，是否需要先登录？"
    case .form: "在浏览器中打开该页面，并用 `form` 指明要提交哪个表单"
    case .field: "在浏览器中打开该页面，并修正 `fields`"
    }
  }

  private func length(_ held: LatencyInterval?) -> String {
    held.map { " \(IntervalText.text($0))" } ?? ""
  }

  func round(_ round: Round, of step: String?, others: [Int]) -> String {
    let opening = step.map { "`\($0)` 的" } ?? ""
    let this = opening + "第 \(round.number) 轮，共 \(round.count) 轮"
    guard !others.isEmpty else { return this }
    let named = others.prefix(5).map(String.init).joined(separator: "、")
    let more = others.count > 5 ? "等 \(others.count) 轮" : "轮"
    return "\(this)；第 \(named) \(more)也是如此"
  }

  func used(at place: String, by step: String) -> String { "由 \(place) 的步骤 `\(step)` 使用" }

  private func differing(_ facts: FindingFacts) -> String {
    let reads = facts.reads.map { "`\($0)`" }
    let last = reads.last.map { " 与 " + $0 } ?? ""
    let sides = reads.count > 1 ? reads.dropLast().joined(separator: "、") + last : "各端"
    guard facts.group.shown.count > 1 else { return "\(sides) 的 `\(facts.comparedField)` 不一致" }
    let what = facts.entity.map { " `\($0)`：" } ?? "结果："
    let fields = "比对 \(facts.comparedFields) 个字段，\(facts.group.shown.count) 个不一致"
    return "\(sides) 的\(what)\(fields)"
  }

  /// When it was seen, and when it was back for good.
  private func flicker(_ measurement: Measurement, _ stable: LatencyInterval, _ since: String)
    -> String
  {
    let seen =
      "\(measurement.link.text) 在 \(since) 确认后 \(IntervalText.text(measurement.latency)) 可见"
      + missed(measurement.missedAgain)
    guard stable.upper != nil else {
      return seen + "，到 \(DurationText.text(stable.lower)) 时仍未恢复"
    }
    return seen + "，\(IntervalText.text(stable)) 起才一直可见"
  }

  private func reads(_ measurement: Measurement) -> String {
    let failed = measurement.failedReads == 0 ? "" : "，其中 \(measurement.failedReads) 次没有结论"
    let isSame = !measurement.hasArrived && measurement.sameAnswer && measurement.reads > 1
    return "读取 \(measurement.reads) 次" + failed + (isSame ? "，结果始终相同" : "")
  }

  private func refusal(_ outcome: Outcome?) -> String {
    if case .refused(let error)? = outcome { "：`\(error)`" } else { "" }
  }

  private func notRefused(_ facts: FindingFacts) -> String {
    let due = facts.step.fails.map { " `\($0)`" } ?? "错误"
    let operation = "`\(facts.step.operation)`"
    if facts.held != nil, facts.outcome == .ok {
      return "\(operation) 返回\(due)持续了\(length(facts.held))，之后却成功了"
    }
    if case .refused(let error)? = facts.outcome {
      return "\(operation) 应返回\(due)，实际返回 `\(error)`"
    }
    return "\(operation) 应返回\(due)，实际却成功了"
  }

  private func logIn(_ facts: FindingFacts) -> String {
    facts.step.actor.map { "确认 `\($0)` 此时是否已登录 `\(facts.platform)`" }
      ?? "该步骤没有写 `as:`，因此没有以任何角色的身份执行；请写明已登录的角色"
  }

  private func mayFail(_ outcome: Outcome?) -> String? {
    guard case .refused(let error)? = outcome else { return nil }
    return "如果允许出现这种情况，请在步骤中写明：`may_fail: [\(error)]`"
  }

  private func within(_ length: Nanoseconds?) -> String {
    length.map { "在 \(LimitText.text($0)) 内" } ?? ""
  }

  private func limit(_ length: Nanoseconds?) -> String {
    length.map { "：`slo` 为 \(LimitText.text($0))" } ?? ""
  }

  private func now(_ length: Nanoseconds?) -> String {
    length.map { "（当前 \(LimitText.text($0))）" } ?? ""
  }

  private func at(_ wall: Int64?) -> String {
    wall.map { "在 \(UTCText.millisecond($0)) 前后" } ?? ""
  }
}
