import CEL
import LinkageCore

struct ChineseProblemWords: ProblemWords {
  private let words = ChineseMessageWords()
  private let details = ChineseDetailWords()

  func headline(_ problem: Problem) -> String {
    switch problem {
    case .missingFile(let path): "文件 `\(path)` 不存在"
    case .unreadableFile(let path, let reason): "无法读取 `\(path)`：\(details.text(reason))"
    case .emptyFolder(let path): "`\(path)` 中没有任何场景"
    case .invalidYAML(let detail): "YAML 语法错误：\(details.text(detail))"
    case .notAMapping(_, let file): "`\(file)` 的内容必须是“键: 值”的形式"
    case .unknownKind: "无法识别该文件的类型"
    case .unknownKey(let key, let owner, _, _): "`\(owner)` 中有未知的键 `\(key)`"
    case .missingKey(let key, let owner): "`\(owner)` 缺少 `\(key)`"
    case .duplicateKey(let key): "键 `\(key)` 重复"
    case .wrongType(let owner, _, _): "`\(owner)` 的类型不正确"
    case .invalidValue(let owner, _, _): "`\(owner)` 的值无效"
    case .invalidName(let name, true): "`\(name)` 是表达式语言的保留字，不能用作名称"
    case .invalidName(let name, false): "`\(name)` 不能在表达式中用作名称"
    case .invalidExpression(_, let message): "表达式有误：\(message.text(in: .chinese))"
    case .unclosedTemplate: "`${` 缺少与之对应的 `}`"
    case .quoteExpression(_, let why): "`\(why)` 在 YAML 中另有含义，这里没有被当作表达式解析"
    case .unknownFunction(let name, _): "未知的函数 `\(name)`"
    case .uncalledFunction(let name, _): "`\(name)` 是函数，此处没有调用它"
    case .undeclared(let name, _, _): "此处没有名为 `\(name)` 的变量"
    case .spelling(let problem): ChineseSpellingWords.headline(problem)
    case .target(let problem): ChineseTargetProblemWords.headline(problem)
    case .contract(let problem): ChineseContractProblemWords.headline(problem)
    case .unknownOperation(let name, _, _): "未知的操作 `\(name)`"
    case .operationNotInContract(let name, _): "约定中没有操作 `\(name)`"
    case .unknownPlatform(let name, _, _): "未知的平台 `\(name)`"
    case .unknownActor(let name, _, _): "未知的角色 `\(name)`"
    case .unknownStep(let name, _, _): "未知的步骤 `\(name)`"
    case .unknownScenario(let name, _, _): "未知的场景 `\(name)`"
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
    case .syncSinceRead(let steps, _): "\(words.list(steps)) 只读取数据，没有可以等待的变更"
    case .syncSharesNoEntity(let operation, let since):
      "\(words.list(since)) 写入的内容，`\(operation)` 都不读取"
    case .syncAmbiguous: "此处的 `sync` 可能度量多个实体，无法确定是哪一个"
    case .missingTarget(let operation): "没有说明 `\(operation)` 如何执行"
    case .mocksDoNotFit: "没有给出 --target，而自带的模拟后端与这份约定不符"
    case .missingVariable(let name, let kind): "`\(kind).\(name)` 未设置"
    case .notOnTarget(let operation, let target): "目标 `\(target)` 没有操作 `\(operation)`"
    case .writesDenied(let operation, let target):
      "`\(operation)` 是写操作，而目标 `\(target)` 禁止写入"
    case .misplacedKey(let key, let owner, let home): "`\(key)` 应写在 `\(home)` 中，而不是 `\(owner)` 中"
    case .conflictingKeys(let first, let second): "`\(first)` 与 `\(second)` 不能同时使用"
    case .tooManyRows(let limit): "`matrix` 展开后超过 \(limit) 行"
    case .tooManySteps(let limit): "按行、轮次和流程展开后，该文件的步骤超过 \(limit) 个"
    case .impossible(_, let message): message.text(in: .chinese)
    case .templateInExpression: "`${ }` 用于文本；此处本身就是表达式"
    case .duplicateQuarantine(let scenario, let line): "`\(scenario)` 已在第 \(line) 行隔离"
    case .duplicateName(let name, let line): "名称 `\(name)` 已在第 \(line) 行使用"
    case .runsTogether(let name): "`\(name)` 与此步骤同时执行，此时还得不到它的任何结果"
    case .groupHasNoValue(let step): "`\(step)` 只包含其他步骤，自身没有值"
    case .beyondDeadline(let slo, let within, _):
      "`slo` 为 \(LimitText.text(slo))，而等待到 \(LimitText.text(within)) 就已结束"
    case .nestedTogether: "同时执行的步骤中不能再嵌套 `together`"
    case .unusedInput(let name): "流程没有用到输入参数 `\(name)`"
    case .flowCircle(let way): "流程循环引用了自身：\(way.joined(separator: " → ")) → …"
    case .flowsTooDeep(let limit): "流程嵌套超过 \(limit) 层"
    case .needsSync(let key): "`\(key)` 要与 `sync` 一起使用，而该步骤没有 `sync`"
    case .nothingAwaited(let key): "没有说明 `\(key)` 要看到什么"
    case .staysOnWrite(let operation): "`\(operation)` 是写操作，不能反复执行来确认状态保持不变"
    case .parityOnWrite(let operation): "`\(operation)` 是写操作，不能用于比对"
    case .noOutput(let step): "`\(step)` 必须以错误结束（`fails:`），因此没有输出"
    case .neverRuns: "该步骤在任何情况下都不会执行"
    case .nothingToCompare(let operations): "没有 \(words.list(operations)) 都返回的字段可供比对"
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
    case .spelling(let problem): ChineseSpellingWords.advice(problem)
    case .target(let problem): ChineseTargetProblemWords.advice(problem)
    case .contract(let problem): ChineseContractProblemWords.advice(problem)
    case .stepHasNotRun(let name): "把该步骤移到 `\(name)` 之后，或改为引用更早的步骤"
    case .duplicateStep, .duplicateScenario: "将其中一个改名"
    case .missingInput(let name, _, let actor?):
      "在该步骤的 `with:` 或角色 `\(actor)` 中补上 `\(name)`"
    case .missingInput(let name, _, nil): "在 `with:` 中补上 `\(name)`，或用 `as:` 指定带有它的角色"
    case .unusedActor(let name): "删除该角色，或在步骤中用 `as: \(name)` 让它执行操作"
    case .syncOnWrite: "把 `sync` 写在只读的步骤上"
    case .syncSinceRead(_, let operations):
      "请指定产生变更的步骤；如果 \(words.list(operations)) 确实会修改数据，请在约定中用 `writes:` 写明"
    case .syncSharesNoEntity: "在 `since:` 中改用其他步骤，或修正约定中的 `reads` 和 `writes`"
    case .syncAmbiguous(let entities):
      "明确指定，例如 `sync: { entity: \(entities.first ?? "member") }`"
    case .missingTarget: "指定包含该操作的 target 文件，或直接在步骤中写出请求：`on: web` 加 `get: /path`"
    case .mocksDoNotFit(let targets):
      targets.isEmpty
        ? "为你的系统编写 target 文件，并用 --target 指定"
        : "指定你的目标：\(words.list(targets.map { "--target \($0)" }))"
    case .missingVariable(let name, "env"): "运行前设置环境变量 \(name)"
    case .missingVariable(let name, _): "运行前设置环境变量 LINKAGE_SECRET_\(name)"
    case .notOnTarget(let lacking, _) where lacking.hasPrefix("fault "):
      "在目标的 `faults` 中写明如何注入和解除 `\(lacking.dropFirst(6))`；去掉 --require-all 则跳过该场景"
    case .notOnTarget("clock advance", _):
      "在目标中用 `clock: { advance: { do: … } }` 写明做法；去掉 --require-all 则跳过该场景"
    case .notOnTarget(let operation, _):
      "在目标的 `operations` 中补上 `\(operation)`；去掉 --require-all 则跳过该场景"
    case .writesDenied: "换用允许写入的目标；去掉 --require-all 则跳过该场景"
    case .operationNotInContract: "在约定中添加该操作，或修正名称"
    case .misplacedKey(let key, _, "flow"): "只有流程文件（`flow: 名称`）才有 `\(key)`"
    case .misplacedKey(let key, _, "scenario"): "流程没有 `\(key)`，请写在使用该流程的场景中"
    case .misplacedKey(let key, _, "step"): "把 `\(key):` 移到上一层，直接写在步骤中"
    case .misplacedKey(let key, _, let home): "写成 `\(home): { \(key): … }`"
    case .conflictingKeys(let first, _) where GateKeys.all.contains(first):
      "每条规则只有一个指标及其限值：`sync_rate` 配 `at_least`，`p95` 配 `at_most` 或 `no_worse_than`"
    case .conflictingKeys: "只保留其中一个，或拆成两个步骤"
    case .tooManyRows: "去掉一些取值，或拆成多个场景"
    case .tooManySteps: "减少行数或轮次"
    case .impossible(_, let message):
      message.concernsTypes ? "比较和运算的两个值类型应相同，可用 `int(…)`、`double(…)` 或 `string(…)` 转换" : nil
    case .unclosedTemplate: "补上 `}`；若要字面的 `${`，请写成 `$${`"
    case .uncalledFunction(_, let call) where call.hasSuffix("()"): "请加上 `()`：\(call)"
    case .uncalledFunction(_, let call): "请这样调用：\(call)"
    case .templateInExpression(_, let suggestion): "去掉 `${ }`，直接写：\(suggestion)"
    case .duplicateName: "将其中一个改名"
    case .duplicateQuarantine: "删除两项之一，或让其中一项指向另一个场景"
    case .runsTogether: "把此处的引用移到 `together` 之后的步骤中"
    case .groupHasNoValue: "改用其中某个步骤的名字"
    case .beyondDeadline(_, _, let place?):
      "缩短 `slo`，或延长 \(place.path):\(place.line):\(place.column) 处的 `within`"
    case .beyondDeadline: "缩短 `slo`，或为该步骤写更长的 `within`"
    case .nestedTogether: "把这些步骤都放进同一个 `together`"
    case .unusedInput(let name): "用 `inputs.\(name)` 引用它，或从 `inputs` 中删除"
    case .flowCircle: "去掉其中一处 `use`"
    case .flowsTooDeep: "让其中一些流程依次执行，而不是层层嵌套"
    case .needsSync: "补上 `sync: { since: … }`，写明等待的是哪个步骤带来的变化"
    case .nothingAwaited("stays"): "补上 `expect:` 或 `fails:`"
    case .nothingAwaited: "补上 `expect:`、`until:` 或 `fails:`"
    case .staysOnWrite: "把 `stays` 写在只读的步骤上"
    case .parityOnWrite: "改用只读的操作来比对"
    case .noOutput(let step): "改用 `\(step).outcome`，或引用其他步骤的输出"
    case .neverRuns: "修正它的 `when:`，或删除该步骤"
    case .nothingToCompare: "在 `fields:` 中写出它们都返回的字段"
    default: nil
    }
  }

  var pathFromFile: String { "请检查路径；相对路径以写有该路径的文件所在的目录为准" }

  func didYouMean(_ name: String) -> String { "是否想写 `\(name)`？" }

  func expected(_ problem: Problem) -> String? {
    switch problem {
    case .notAMapping: "“键: 值”，例如 `scenario: my-journey`"
    case .invalidName: "由字母、数字和 `_` 组成，且不以数字开头"
    case .unknownKind(_, let expected): "文件中有以下键之一：\(words.list(expected))"
    case .spelling(let problem): ChineseSpellingWords.expected(problem)
    case .syncAmbiguous(let entities): "以下之一：\(words.list(entities))"
    default: nil
    }
  }

  func term(_ text: String) -> String { Self.terms[text] ?? text }

  private static let terms = [
    "0.95, 95%, 99.9%": "大于 0 且小于 1 的比例，如 0.95 或 99.9%",
    "warn | fail": "`warn` 或 `fail`",
    "10%, 0.1": "比例，如 10% 或 0.1",
    "2027-01-31": "日期，如 2027-01-31",
    "order mini→web": "实体及其方向，如 order mini→web",
    "order | order mini→web": "实体，可带方向，如 order mini→web",
    "nothing-broken": "另一个名字；`built-in` 是每个门禁自带的规则",
    "0 … 0": "0；已知会失败的场景请在 `quarantine` 中列出",
    "string": "字符串", "text": "文本", "list": "列表", "map": "映射", "mapping": "映射",
    "number": "数字", "int": "整数", "integer": "整数", "bool": "布尔值", "boolean": "布尔值",
    "double": "小数", "bytes": "字节串", "timestamp": "时间", "phone": "电话号码", "money": "金额",
    "time": "时间", "secret": "密钥", "null": "空值", "nothing": "空值", "duration": "时长",
    "expression": "表达式",
    "a string": "字符串", "a list": "列表", "a map": "映射", "a mapping": "映射",
    "PLATFORM.name": "平台.操作名",
    "type": "类型", "key": "键",
    "300ms, 1.5s, 2m, 168h": "时长，例如 300ms、1.5s、2m、168h", "true | false": "`true` 或 `false`",
    "> 0s … 876000h": "大于 0s、不超过 876000h（100 年）的时长", "baseline": "用作基线的运行的标签，例如 baseline",
    "512KB, 4MB, 1MiB": "大小，例如 512KB、4MB、1MiB", "1KB … 1GB": "1KB 到 1GB 之间的大小",
    "10.0.0.7, ::1, host": "地址，例如 10.0.0.7 或 ::1，或另一个主机名，不带端口",
    "host | host:port": "主机名，可以带端口",
    "http://host:port": "代理地址，例如 http://proxy.example.com:3128",
    "http://host:port | none | environment":
      "代理地址，例如 http://proxy.example.com:3128；或者 `none`、`environment`",
    "localhost, .example.com, 10.0.0.0/8, *":
      "主机和网段，例如 localhost、.example.com、10.0.0.0/8；或者 `*`",
    "a number": "数字", "a duration": "时长", "an expression": "表达式",
  ]

  func count(problems: Int, files: Int) -> String {
    let place = files == 0 ? "" : "\(files) 个文件中"
    return place + "共有 \(problems) 个问题，未执行任何场景"
  }
}
