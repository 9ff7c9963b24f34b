import Values

struct ChineseEvaluationWords: EvaluationWords {
  func headline(_ problem: EvaluationProblem) -> String {
    switch problem {
    case .notAnExpression(let detail): "表达式有误：\(detail)"
    case .noValue(let detail): detail
    case .missingVariable(let name, let kind, _): "`\(kind).\(name)` 未设置"
    case .invalidJSON(let error): "JSON 语法错误：\(words(error.kind))"
    case .notAnObject(let found): "变量应写成“名称: 值”的 JSON 对象，而不是 \(found)"
    case .notTyped(let name, let path, let detail):
      "`\(name)`\(place(path))不是带类型的值：\(typed(detail))"
    case .invalidName(let name): "`\(name)` 不能在表达式中用作名称"
    case .unreadable(let name, let reason):
      "无法读取 `\(name)`：\(ChineseDetailWords().text(reason))"
    case .unknownCommand(let name, _): "没有命令 `\(name)`"
    }
  }

  func advice(_ problem: EvaluationProblem) -> String? {
    switch problem {
    case .missingVariable(_, let kind, let nearest?): "是否想写 `\(kind).\(nearest)`？"
    case .missingVariable(let name, "env", nil): "请设置环境变量 \(name)"
    case .missingVariable(let name, _, nil): "请设置环境变量 LINKAGE_SECRET_\(name)"
    case .notAnObject: #"请这样写：--bindings '{"points": 100}'"#
    case .notTyped(_, _, .unknownType(_, let nearest?)): "是否想写 `\(nearest)`？"
    case .notTyped: #"请写成 {"int": "1"} 的形式；若要用普通 JSON，请去掉 --typed"#
    case .invalidName: "名称由字母、数字和 `_` 组成，不以数字开头，也不能是保留字"
    case .unknownCommand(_, let nearest?): "是否想写 `\(nearest)`？"
    case .unknownCommand: ":help 列出所有命令"
    default: nil
    }
  }

  func noValue(_ detail: String) -> String { "无值：\(detail)" }

  private func place(_ path: [Int]) -> String {
    path.isEmpty ? " " : " 的元素 \(path.map(String.init).joined(separator: ".")) "
  }

  private func typed(_ detail: EvaluationProblem.TypedDetail) -> String {
    switch detail {
    case .shape(let found): "应为只有一个键的对象，而不是 \(found)"
    case .unknownType(let name, _): "没有类型 `\(name)`"
    case .payload(let type, let found): "\(found) 不是 \(type)"
    }
  }

  private func words(_ kind: JSONError.Kind) -> String {
    switch kind {
    case .unexpectedEnd: "文本不完整"
    case .unexpected(let found, let expected): "此处为 \(found)，应为\(words(expected))"
    case .invalidNumber: "不是有效的数字"
    case .numberOutOfRange: "数字过大"
    case .invalidEscape: "无效的转义序列"
    case .loneSurrogate: "转义序列只有代理对的一半"
    case .controlCharacterInString: "字符串中的控制字符必须转义"
    case .invalidUTF8: "不是有效的 UTF-8"
    case .byteOrderMark: "开头不能有字节顺序标记（BOM）"
    case .tooDeep(let limit): "嵌套超过 \(limit) 层"
    }
  }

  private func words(_ expected: JSONError.Expected) -> String {
    switch expected {
    case .value: "一个值"
    case .keyOrEnd: "双引号括起的键或 `}`"
    case .key: "双引号括起的键"
    case .colon: "冒号"
    case .commaOrEndOfList: "逗号或 `]`"
    case .commaOrEndOfMap: "逗号或 `}`"
    case .endOfText: "文本结尾"
    }
  }
}
