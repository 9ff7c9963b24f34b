/// What the YAML parser says, in Chinese.
enum ChineseYAMLWords {
  /// A complaint may come with what the parser was doing: `while scanning a tag: …`.
  static func text(_ detail: String) -> String {
    if let whole = complaints[detail] { return whole }
    guard let colon = detail.firstRange(of: ": ") else { return detail }
    let (context, problem) = (String(detail[..<colon.lowerBound]), detail[colon.upperBound...])
    guard let translated = complaints[String(problem)] else { return detail }
    return contexts[context].map { "\($0)：\(translated)" } ?? translated
  }

  private static let contexts = [
    "block collection start": "块集合的开头", "simple keys": "简单键",
    "while parsing a block collection": "解析块列表时", "while parsing a block mapping": "解析块映射时",
    "while parsing a block node": "解析块节点时", "while parsing a flow mapping": "解析 `{ }` 映射时",
    "while parsing a flow node": "解析 `{ }` 或 `[ ]` 中的节点时",
    "while parsing a flow sequence": "解析 `[ ]` 列表时", "while parsing a node": "解析节点时",
    "while parsing a quoted scalar": "解析带引号的文本时", "while parsing a tag": "解析标签时",
    "while scanning a block scalar": "扫描块文本时", "while scanning a directive": "扫描指令时",
    "while scanning a plain scalar": "扫描不带引号的文本时",
    "while scanning a quoted scalar": "扫描带引号的文本时", "while scanning a simple key": "扫描键时",
    "while scanning a tag": "扫描标签时", "while scanning an alias": "扫描别名时",
    "while scanning an anchor": "扫描锚点时", "while scanning for the next token": "扫描下一个记号时",
    "expected a single document in the stream": "一个文件只能有一个文档",
  ]

  private static let complaints = [
    "block sequence entries are not allowed in this context": "此处不能出现以 `-` 开头的列表项",
    "could not find expected ':'": "缺少 `:`",
    "but found another document": "又出现了一个文档",
    "did not find expected ',' or ']'": "缺少 `,` 或 `]`",
    "did not find expected ',' or '}'": "缺少 `,` 或 `}`",
    "did not find expected '-' indicator": "缺少列表项开头的 `-`",
    "did not find expected <document start>": "缺少文档的开头",
    "did not find expected alphabetic or numeric character": "缺少字母或数字",
    "did not find expected comment or line break": "此处应为注释或换行",
    "did not find expected hexdecimal number": "缺少十六进制数",
    "did not find expected key": "缺少键，或缩进与上文不一致",
    "did not find expected node content": "缺少值",
    "did not find expected tag URI": "缺少标签的内容",
    "did not find expected whitespace or line break": "此处应为空格或换行",
    "did not find expected whitespace": "此处应为空格",
    "did not find the expected '>'": "缺少 `>`",
    "found a tab character that violates indentation": "缩进中不能使用制表符",
    "found a tab character where an indentation space is expected": "缩进应使用空格，而不是制表符",
    "found an indentation indicator equal to 0": "缩进指示符不能为 0",
    "found character that cannot start any token": "此处的字符不能作为开头",
    "found duplicate %TAG directive": "`%TAG` 指令重复",
    "found duplicate %YAML directive": "`%YAML` 指令重复",
    "found extremely long version number": "版本号过长",
    "found incompatible YAML document": "不支持该 YAML 版本",
    "found invalid Unicode character escape code": "无效的 Unicode 转义",
    "found undefined alias": "别名没有对应的锚点", "found undefined tag handle": "标签前缀没有定义",
    "found unexpected ':'": "此处不应出现 `:`", "found unexpected document indicator": "此处不应开始或结束文档",
    "found unexpected end of stream": "文件在此处意外结束",
    "found unexpected non-alphabetical character": "此处应为字母",
    "found unknown directive name": "未知的指令", "found unknown escape character": "未知的转义字符",
    "mapping keys are not allowed in this context": "此处不能出现键",
    "mapping values are not allowed in this context": "此处不能再出现 `: `",
    "control characters are not allowed": "不允许出现控制字符", "input is too long": "文件过长",
    "invalid Unicode character": "无效的 Unicode 字符", "nested too deeply": "嵌套过深",
    "more than a million values, counting what aliases repeat": "值超过一百万个（别名重复的部分计算在内）",
    "keys made of aliases, in a file of many": "别名很多的文件中，不能用别名作键",
    "more than 4 MiB of text": "文件超过 4 MiB", "exceeded max depth": "嵌套过深",
  ]
}
