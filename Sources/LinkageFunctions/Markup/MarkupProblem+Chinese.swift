/// What an expression's author is told in Chinese.
extension MarkupProblem {
  func chineseSentence(about expression: String) -> String {
    switch self {
    case .tooLarge: "文本超过 \(MarkupLimits.text / 1024 / 1024) MiB"
    case .tooManyNodes: "文本中的元素和文本片段超过 \(MarkupLimits.nodes) 个"
    case .declarations: "该 XML 自行声明了实体等内容，出于安全不予展开"
    case .tooManyAttributes: "某个元素的属性超过 \(MarkupLimits.attributes) 个"
    case .malformed(let line, let words): "XML 格式不正确，第 \(line) 行：`\(words)`"
    case .expressionTooLong: "XPath 表达式超过 \(MarkupLimits.expression) 字节"
    case .expressionTooDeep: "XPath 表达式的括号嵌套超过 \(MarkupLimits.nesting) 层"
    case .expression(let fault, let offset):
      "XPath `\(expression)`\(Self.chinesePlace(offset, in: expression))：\(fault.chinese)"
    case .tooMuchWork: "XPath `\(expression)` 在该文本上所需的步骤过多，请更准确地指明位置"
    case .tooManyResults: "XPath `\(expression)` 的结果过多，请更准确地指明要取的内容"
    case .noMemory: "内存不足，无法读取该文本"
    }
  }

  private static func chinesePlace(_ offset: Int?, in expression: String) -> String {
    character(at: offset, in: expression).map { " 的第 \($0) 个字符处" } ?? ""
  }
}

extension XPathFault {
  fileprivate var chinese: String {
    switch self {
    case .syntax: "表达式不正确"
    case .unclosedString: "字符串缺少结尾的引号"
    case .unknownAxis: "XPath 1.0 中没有这个轴"
    case .unknownFunction: "XPath 1.0 中没有这个函数"
    case .unknownPrefix: "根元素没有声明该前缀（`local-name()` 不需要前缀）"
    case .unknownVariable: "使用了变量，而这里没有变量"
    case .wrongArgumentCount: "函数的参数过少或过多"
    case .wrongType: "此处需要节点，给出的却不是"
    }
  }
}
