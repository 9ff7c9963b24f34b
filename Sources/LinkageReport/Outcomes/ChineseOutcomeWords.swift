import LinkageCore

struct ChineseOutcomeWords: OutcomeWords {
  func failure(_ failure: TransportFailure) -> String {
    if let reason = ChineseFailureWords().reason(failure) { return reason }
    return switch failure.kind {
    case .badURL: "地址不是有效的 URL"
    case .badRequest: "请求无法写成合法的 HTTP"
    case .nameNotResolved: "无法解析主机名"
    case .refused where failure.isOwnRefusal: "无法建立连接" + detail(failure)
    case .refused: "连接被拒绝"
    case .tls: "无法建立安全连接" + detail(failure)
    case .timeout: "等待响应超时"
    case .lost: "连接中断"
    case .tooLarge: "响应过大"
    case .malformed: "响应不是有效的 HTTP"
    case .cancelled: "已取消"
    case .other: "没有响应" + detail(failure)
    }
  }

  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .ok: "成功"
    case .refused(let error): "被拒绝：`\(error)`"
    case .unknown(let reason?, _): "结果未知：\(failure(reason))"
    case .unknown(nil, let status?): "结果未知：状态码 \(status)"
    case .unknown(nil, nil): "结果未知"
    case .unexpected(let status, _): "预期之外的响应：状态码 \(status)"
    case .unreachable(let reason): "未能发出：\(failure(reason))"
    }
  }

  func skip(_ reason: SkipReason) -> String {
    switch reason {
    case .when: "`when` 条件不成立"
    case .missingReference(let name): "引用的 `\(name)` 没有产生"
    case .writesDenied(let operation): "目标系统不允许写入，而 `\(operation)` 是写操作"
    case .notOnTarget(let operation): "目标系统没有 `\(operation)`"
    }
  }

  func step(_ status: StepVerdict.Status, isUndecided: Bool) -> String {
    switch status {
    case .failed where isUndecided: "未判定"
    case .passed: "通过"
    case .failed: "失败"
    case .skipped: "跳过"
    case .notRun: "未执行"
    }
  }

  private func detail(_ failure: TransportFailure) -> String {
    failure.detail.isEmpty ? "" : "（\(ChineseDetailWords().text(failure.detail))）"
  }
}
