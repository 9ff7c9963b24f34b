import LinkageCore

enum ChineseTargetProblemWords {
  static func headline(_ problem: TargetProblem) -> String {
    switch problem {
    case .unusedLet(let name): "`\(name)` 没有被用到"
    case .missingOutput(let name, let operation):
      "约定规定 `\(operation)` 输出 `\(name)`，但它的任何请求都没有给出"
    case .probeOnWrite(let operation): "`\(operation)` 是写操作，不会被反复执行"
    case .convertedTwice(let output):
      "`\(output)` 在约定中的类型是 `money`，会自动换算；再用 `money( )` 会变成一百倍"
    case .noCertificate(let path): "`\(path)` 中没有证书"
    case .sessionOfOthers(let name, let platform, _):
      "平台 `\(platform)` 上从未设置 `session.\(name)`"
    }
  }

  static func advice(_ problem: TargetProblem) -> String {
    switch problem {
    case .unusedLet(let name): "删除它，或用 `${\(name)}` 引用它"
    case .missingOutput(let name, _):
      "在 `out:` 中补上 `\(name)`，或在约定中把它标为可选，例如 `\"int?\"`"
    case .probeOnWrite: "删除 `probe`；如果它其实只读，请修正约定中的 `writes`"
    case .convertedTwice: "去掉 `money( )`"
    case .noCertificate: "请提供 PEM 文件，其中应有 `-----BEGIN CERTIFICATE-----`"
    case .sessionOfOthers(let name, _, let others):
      "每个平台的会话相互独立；`\(name)` 只在 \(ChineseMessageWords().list(others)) 上设置"
    }
  }
}
