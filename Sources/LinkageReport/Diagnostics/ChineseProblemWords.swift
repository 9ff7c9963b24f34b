import LinkageCore

struct ChineseProblemWords: ProblemWords {
  private let words = ChineseMessageWords()

  func headline(_ problem: Problem) -> String {
    switch problem {
    case .missingFile(let path): "文件 `\(path)` 不存在"
    case .unreadableFile(let path, let reason): "无法读取 `\(path)`：\(reason)"
    case .emptyFolder(let path): "`\(path)` 中没有任何场景"
    case .invalidYAML(let detail): "YAML 语法错误：\(detail)"
    case .notAMapping(_, let file): "`\(file)` 的内容必须是“键: 值”的形式"
    case .unknownKind: "无法识别该文件的类型"
    case .unknownKey(let key, let owner, _, _): "`\(owner)` 中有未知的键 `\(key)`"
    case .missingKey(let key, let owner): "`\(owner)` 缺少 `\(key)`"
    case .duplicateKey(let key): "键 `\(key)` 重复"
    case .wrongType(let owner, _, _): "`\(owner)` 的类型不正确"
    case .invalidValue(let owner, _, _): "`\(owner)` 的值无效"
    case .invalidName(let name, true): "`\(name)` 是表达式语言的保留字，不能用作名称"
    case .invalidName(let name, false): "`\(name)` 不能在表达式中用作名称"
    case .invalidExpression(_, let detail): "表达式有误：\(detail)"
    case .quoteExpression(_, let why): "`\(why)` 在 YAML 中另有含义，这里没有被当作表达式解析"
    case .unknownFunction(let name, _): "未知的函数 `\(name)`"
    case .undeclared(let name, _, _): "此处没有名为 `\(name)` 的变量"
    case .target(let problem): ChineseTargetProblemWords.headline(problem)
    case .contract(let problem): ChineseContractProblemWords.headline(problem)
    case .unknownOperation(let name, _, _): "未知的操作 `\(name)`"
    case .operationNotInContract(let name, _): "契约中没有操作 `\(name)`"
    case .unknownPlatform(let name, _, _): "未知的平台 `\(name)`"
    case .unknownActor(let name, _, _): "未知的角色 `\(name)`"
    case .unknownStep(let name, _, _): "未知的步骤 `\(name)`"
    case .stepHasNotRun(let name): "执行到此处时，步骤 `\(name)` 尚未执行"
    case .duplicateStep(let name, let line): "步骤 `\(name)` 重复，第 \(line) 行已有同名步骤"
    case .duplicateScenario(let id, let first):
      "场景 `\(id)` 重复，\(first.path):\(first.line) 已有同名场景"
    case .unknownInput(let name, let operation, _, _): "`\(operation)` 没有输入参数 `\(name)`"
    case .missingInput(let name, let operation, _): "`\(operation)` 缺少输入参数 `\(name)`"
    case .unknownOutput(let name, let operation, _, _): "`\(operation)` 的输出中没有 `\(name)`"
    case .unknownErrorName(let name, let operation, _, _):
      "`\(operation)` 没有名为 `\(name)` 的错误"
    case .unknownEntity(let name, _, _): "未知的实体 `\(name)`"
    case .unusedActor(let name): "角色 `\(name)` 没有执行任何步骤"
    case .syncOnWrite(let operation): "`\(operation)` 是写操作，不能作为探测反复执行"
    case .syncSharesNoEntity(let operation, let since):
      "\(words.list(since)) 写入的内容，`\(operation)` 都不读取"
    case .syncAmbiguous: "此处的 `sync` 可能度量多个实体，无法确定是哪一个"
    case .missingTarget(let operation): "没有说明 `\(operation)` 如何执行"
    case .missingVariable(let name, let kind): "`\(kind).\(name)` 未设置"
    case .notOnTarget(let operation, let target): "目标 `\(target)` 没有操作 `\(operation)`"
    case .writesDenied(let operation, let target):
      "`\(operation)` 是写操作，而目标 `\(target)` 禁止写入"
    }
  }

  func advice(_ problem: Problem) -> String? {
    switch problem {
    case .missingFile: "请检查路径；相对路径以启动 linkage 时所在的目录为准"
    case .unreadableFile: "请检查读取权限，并确认它是文件而不是目录"
    case .emptyFolder: "场景是以 `scenario:` 开头的 .yaml 文件"
    case .invalidYAML: "请检查此行及上一行的缩进和引号"
    case .missingKey(let key, _): "补上 `\(key):`"
    case .duplicateKey: "删除其中一个；否则 YAML 会悄悄丢弃前一个"
    case .invalidName(let name, _): "可改名为 `\(NameSuggestion.name(for: name))`"
    case .quoteExpression(let text, _): "给表达式加上引号：\(NameSuggestion.quoted(text))"
    case .target(let problem): ChineseTargetProblemWords.advice(problem)
    case .contract(let problem): ChineseContractProblemWords.advice(problem)
    case .stepHasNotRun(let name): "把该步骤移到 `\(name)` 之后，或改为引用更早的步骤"
    case .duplicateStep, .duplicateScenario: "将其中一个改名"
    case .missingInput(let name, _, let actor?):
      "在该步骤的 `with:` 或角色 `\(actor)` 中补上 `\(name)`"
    case .missingInput(let name, _, nil): "在 `with:` 中补上 `\(name)`，或用 `as:` 指定带有它的角色"
    case .unusedActor(let name): "删除该角色，或在步骤中用 `as: \(name)` 让它执行操作"
    case .syncOnWrite: "把 `sync` 写在只读的步骤上"
    case .syncSharesNoEntity: "在 `since:` 中改用其他步骤，或修正契约中的 `reads` 和 `writes`"
    case .syncAmbiguous(let entities):
      "明确指定，例如 `sync: { entity: \(entities.first ?? "member") }`"
    case .missingTarget: "指定包含该操作的 target 文件，或直接在步骤中写出请求：`on: web` 加 `get: /path`"
    case .missingVariable(let name, "env"): "运行前设置环境变量 \(name)"
    case .missingVariable(let name, _): "运行前设置环境变量 LINKAGE_SECRET_\(name)"
    case .notOnTarget(let operation, _):
      "在目标的 `operations` 中补上 `\(operation)`；去掉 --require-all 则跳过该场景"
    case .writesDenied: "换用允许写入的目标；去掉 --require-all 则跳过该场景"
    case .operationNotInContract: "在契约中添加该操作，或修正名称"
    default: nil
    }
  }

  func didYouMean(_ name: String) -> String { "是否想写 `\(name)`？" }

  func expected(_ problem: Problem) -> String? {
    switch problem {
    case .notAMapping: "“键: 值”，例如 `scenario: my-journey`"
    case .invalidName: "由字母、数字和 `_` 组成，且不以数字开头"
    case .unknownKind(_, let expected): "文件中有以下键之一：\(words.list(expected))"
    case .syncAmbiguous(let entities): "以下之一：\(words.list(entities))"
    default: nil
    }
  }

  func term(_ text: String) -> String { Self.terms[text] ?? text }

  private static let terms = [
    "string": "字符串", "text": "文本", "list": "列表", "map": "映射", "mapping": "映射",
    "number": "数字", "int": "整数", "integer": "整数", "bool": "布尔值", "boolean": "布尔值",
    "null": "空值", "nothing": "空值", "duration": "时长", "expression": "表达式",
    "a string": "字符串", "a list": "列表", "a map": "映射", "a mapping": "映射",
    "a number": "数字", "a duration": "时长", "an expression": "表达式",
  ]

  func count(problems: Int, files: Int) -> String {
    let place = files == 0 ? "" : "\(files) 个文件中"
    return place + "共有 \(problems) 个问题，未执行任何场景"
  }
}
