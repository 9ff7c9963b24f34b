import LinkageCore

enum ChineseSpellingWords {
  static func headline(_ problem: SpellingProblem) -> String {
    switch problem {
    case .notUTF8(let path, let offset, _):
      "`\(path)` 不是 UTF-8 编码：偏移 \(offset) 处的字节不属于任何字符"
    case .strangeFile: "无法识别该文件的类型"
    case .otherKind(let path, let found, let expected):
      "`\(path)` 是\(kind(found))，而此处需要\(kind(expected))"
    case .fullWidth(let found, _):
      found == "\u{3000}" ? "此处的空格是全角的，YAML 不认" : "`\(found)` 是全角字符，YAML 不认"
    case .commentedOut(let text): "` \(text)` 被 YAML 当作注释，因此这里没有值"
    case .referenceAsText(let text): "`\(text)` 在这里只是一段文本，不会被替换为它的值"
    case .invalidLabel(let name, true): "`\(name)` 不能用作场景或流程的名称"
    case .invalidLabel(let name, false): "`\(name)` 不能用作名称"
    }
  }

  static func advice(_ problem: SpellingProblem) -> String {
    switch problem {
    case .notUTF8(_, _, let guess?): "它看起来是 \(guess.rawValue)，请另存为 UTF-8"
    case .notUTF8: "请另存为 UTF-8；如果它与 linkage 无关，请移出该文件夹"
    case .strangeFile(_, let nearest?):
      "以 `\(nearest):` 开头；如果它与 linkage 无关，请移出该文件夹"
    case .strangeFile: "修正它的第一个键；如果它与 linkage 无关，请移出该文件夹"
    case .otherKind(_, let found, let expected):
      "指定\(kind(expected))，即含有 `\(expected):` 而不是 `\(found):` 的文件"
    case .fullWidth(_, let plain): "改为\(Self.plain(plain))"
    case .commentedOut(let text): "加上引号：\(NameSuggestion.quoted(text))"
    case .referenceAsText(let text): "写成 \"${\(text)}\""
    case .invalidLabel(let name, let isScenario):
      "可改名为 `\(NameSuggestion.label(for: name, isScenario: isScenario))`"
    }
  }

  static func expected(_ problem: SpellingProblem) -> String? {
    switch problem {
    case .invalidLabel(_, true): "由字母、数字、`-`、`_` 和 `.` 组成，以字母或数字开头"
    case .invalidLabel(_, false): "由字母、数字、`-` 和 `_` 组成，以字母开头"
    case .strangeFile: "文件中有以下键之一：scenario、contract、target、flow、gate"
    default: nil
    }
  }

  private static func kind(_ name: String) -> String {
    switch name {
    case "scenario": "场景文件"
    case "contract": "约定文件"
    case "target": "目标文件"
    case "flow": "流程文件"
    case "gate": "门禁文件"
    default: name
    }
  }

  private static func plain(_ character: String) -> String {
    switch character {
    case " ": "半角空格"
    case ",": "半角的 `,`，后面加一个空格"
    case ":": "半角的 `:`，后面加一个空格"
    default: "半角的 `\(character)`"
    }
  }
}
