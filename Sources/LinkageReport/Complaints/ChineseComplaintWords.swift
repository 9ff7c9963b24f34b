import LinkageCore

struct ChineseComplaintWords: ComplaintWords {
  private let details = ChineseDetailWords()

  func headline(_ complaint: Complaint) -> String {
    switch complaint {
    case .targetUnreachable(let platform, let url, let failure, _):
      "无法连接 `\(platform)`（\(url)）：\(ChineseOutcomeWords().failure(failure))"
    case .accountRefused(let name, let detail): "目标系统拒绝了它自己的账号 `\(name)`：\(details.text(detail))"
    case .portInUse(let server, let port, let owner?):
      "`\(server)` 需要的端口 \(port) 已被 \(owner) 占用"
    case .portInUse(let server, let port, nil): "`\(server)` 需要的端口 \(port) 已被占用"
    case .mockNotStarted(let server, let reason): "模拟服务 `\(server)` 启动失败：\(details.text(reason))"
    case .reportNotWritten(let path, let reason): "无法写入报告 `\(path)`：\(details.text(reason))"
    case .storeProblem(let detail): "运行记录库无法使用：\(details.text(detail))"
    case .storeDamaged(let path, let reason): "`\(path)` 不是运行记录库，或已损坏：\(details.text(reason))"
    case .storeTooNew(let path): "`\(path)` 由更新版本的 linkage 创建"
    case .noSuchRun(let name, _, _): "没有名为 `\(name)` 的运行记录"
    case .ambiguousRun(let name, _): "有多个运行记录以 `\(name)` 开头"
    case .noSuchCase(let name, _, _): "该运行中没有场景 `\(name)`"
    case .noSuchStep(let name, _, _): "该运行中没有步骤 `\(name)`"
    case .noSuchRead(let step, _, 0): "`\(step)` 没有重复读取，因此没有读取序号"
    case .noSuchRead(let step, let read, let reads):
      "`\(step)` 没有第 \(read) 次读取：它共读取 \(reads) 次"
    case .mutantsNeedMocks(let platforms, let target):
      "`\(target)` 访问 \(platforms.joined(separator: "、"))，自带的模拟后端中没有这些平台"
    case .faultsNeedMocks(let option, let target):
      "`\(option)` 只对自带的模拟后端有效，而本次运行的目标是 `\(target)`"
    case .nothingSelected: "没有选中任何场景，因此什么也没有执行"
    case .noScenario(let kinds):
      "这些文件中没有场景，只有：\(kinds.joined(separator: "、"))"
    case .selectedNothing(let reason): headline(reason)
    case .nothingFailed(let run): "最近一次运行 \(run) 全部通过"
    case .nothingPromised: "没有约定，因此没有任何承诺"
    case .noSuchLine(let path, let line, let lines):
      "`\(path)` 没有第 \(line) 行：它共有 \(lines) 行"
    case .badFaults(let path, let line, let reason), .badWeChat(let path, let line, let reason):
      "\(path)\(line.map { ":\($0)" } ?? "")：\(details.text(reason))"
    case .unknownFaults(let name, _, _): "没有名为 `\(name)` 的故障配置"
    case .unknownTarget(let name, _, _): "没有名为 `\(name)` 的目标"
    case .unknownSchema(let name, _, _): "没有 `\(name)` 的 Schema"
    case .fileNotWritten(let path, let reason): "无法写入 `\(path)`：\(details.text(reason))"
    case .bug(let detail): "这是 linkage 自身的缺陷：\(details.text(detail))"
    }
  }

  func advice(_ complaint: Complaint) -> String {
    switch complaint {
    case .targetUnreachable(let platform, _, let failure, let place):
      unreachable(
        platform, failure, place.map { "（\($0.path):\($0.line):\($0.column)）" } ?? "")
    case .accountRefused(let name, _): "检查 target 文件 `accounts` 中 `\(name)` 的用户名和密码"
    case .portInUse: "结束占用该端口的进程，或用 --only 与 --port、--port 0 换一个端口"
    case .mockNotStarted: "解决上述问题后，用 linkage mock 重新启动"
    case .reportNotWritten: "确认目录存在、可写，且磁盘未满"
    case .storeProblem: "确认结果目录可写，且磁盘未满"
    case .storeDamaged: "移走该文件，或用 --results 指定另一个目录"
    case .storeTooNew: "改用较新的版本，或用 --results 指定另一个目录"
    case .noSuchRun(_, let nearest?, _): "是否想写 `\(nearest)`？"
    case .noSuchRun(_, nil, let recent):
      recent.isEmpty ? "先用 linkage run 执行一次" : "从最近的运行记录中选择一个"
    case .ambiguousRun: "请把名称写得更完整"
    case .noSuchCase(_, let nearest?, _), .noSuchStep(_, let nearest?, _):
      "是否想写 `\(nearest)`？"
    case .noSuchCase: "linkage show RUN 列出该运行的内容；数字表示第几个场景，从 1 开始"
    case .noSuchStep: "linkage show RUN 列出该运行的内容"
    case .noSuchRead(_, _, 0): "去掉 --read"
    case .noSuchRead(_, _, let reads): "取 1 到 \(reads)；不写 --read 即为最后一次"
    case .nothingPromised: "用 --contract 指定约定文件，或在场景旁放置 contract.yaml"
    case .mutantsNeedMocks:
      "故障只注入自带的模拟后端：改用 --target mock，或使用平台名为 web、mini、wechat、counter、console 的目标"
    case .faultsNeedMocks(let option, _):
      "去掉该选项，改用 --target mock，或用 linkage mock \(option) 启动模拟后端"
    case .selectedNothing(let reason): advice(reason)
    case .noScenario(let kinds):
      kinds.contains("target")
        ? "指定场景文件，或包含场景文件的目录；目标文件用 --target 指定"
        : kinds.contains("flow")
          ? "指定使用该流程的场景，场景中写作 `use: path/to/flow.yaml`" : "指定场景文件，或包含场景文件的目录"
    case .nothingFailed: "去掉 --last-failed 可运行全部场景"
    case .noSuchLine: "给出场景中的某一行，或只写文件名"
    case .nothingSelected: "指定场景文件，或包含场景文件的目录"
    case .badFaults: "修正该文件；docs/faults.zh-CN.md 列出所有故障"
    case .badWeChat: "修正该文件；docs/wechat.zh-CN.md 列出所有键"
    case .unknownFaults(_, let nearest?, _): "是否想写 `\(nearest)`？"
    case .unknownFaults: "从上面选择一个，或给出故障文件的路径"
    case .unknownTarget(_, let nearest?, _): "是否想写 `\(nearest)`？"
    case .unknownTarget: "从上面选择一个，或给出 target 文件的路径"
    case .unknownSchema(_, let nearest?, _): "是否想写 `\(nearest)`？"
    case .unknownSchema: "从上面选择一个"
    case .fileNotWritten: "确认目录可写，且磁盘未满"
    case .bug: "请附上执行的命令和这条信息反馈给我们"
    }
  }

  private func unreachable(
    _ platform: String, _ failure: TransportFailure, _ place: String
  ) -> String {
    if let advice = failure.cause.flatMap(ChineseFailureWords().advice) { return advice }
    return switch failure.kind {
    case .badURL: "修正 `\(platform)` 的地址\(place)"
    case .nameNotResolved: "检查 `\(platform)` 的主机名\(place)以及网络的 DNS"
    case .tls: "检查证书、其签发者以及证书中的主机名；自有的证书颁发机构写在目标文件中：tls: { ca: FILE.pem }"
    default: "启动 `\(platform)`，或修正它的地址\(place)"
    }
  }

  private func headline(_ reason: EmptySelection) -> String {
    switch reason {
    case .tags(let tags, _, _): "没有场景符合 --tag \(tags.joined(separator: ","))"
    case .priorities(let names, _): "没有优先级为 \(names.joined(separator: " 或 ")) 的场景"
    case .pattern(let pattern, _, _): "没有场景的编号或标题匹配 `\(pattern)`"
    case .gone(let names, let run):
      "在 \(run) 中没有通过的场景不在这些文件里：\(names.joined(separator: "、"))"
    case .load(1): "唯一符合条件的场景是压力场景"
    case .load(let count): "符合条件的 \(count) 个场景都是压力场景"
    case .combined(let count): "\(count) 个场景中，没有一个同时符合所有条件"
    }
  }

  private func advice(_ reason: EmptySelection) -> String {
    switch reason {
    case .tags(_, let nearest?, _), .pattern(_, let nearest?, _): "是否想写 `\(nearest)`？"
    case .tags, .priorities, .pattern: "linkage list 列出所有场景"
    case .gone: "给出它们所在的文件夹或文件，或去掉 --last-failed"
    case .load: "加上 --tag load，或直接给出文件"
    case .combined: "去掉其中某个选项；linkage list 列出所有场景"
    }
  }
}
