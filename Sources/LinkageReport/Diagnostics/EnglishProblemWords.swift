import CEL
import LinkageCore

struct EnglishProblemWords: ProblemWords {
  private let words = EnglishMessageWords()

  func headline(_ problem: Problem) -> String {
    switch problem {
    case .missingFile(let path): "there is no file `\(path)`"
    case .unreadableFile(let path, let reason): "cannot read `\(path)`: \(reason)"
    case .emptyFolder(let path): "there is no scenario in `\(path)`"
    case .invalidYAML(let detail): "this is not valid YAML: \(detail)"
    case .notAMapping(_, let file): "`\(file)` must consist of keys and values"
    case .unknownKind: "cannot tell what kind of file this is"
    case .unknownKey(let key, let owner, _, _): "unknown key `\(key)` in `\(owner)`"
    case .missingKey(let key, let owner): "`\(owner)` has no `\(key)`"
    case .duplicateKey(let key): "the key `\(key)` is given twice"
    case .wrongType(let owner, _, _): "`\(owner)` is of the wrong type"
    case .invalidValue(let owner, _, _): "`\(owner)` cannot have this value"
    case .invalidName(let name, true): "`\(name)` is a reserved word of the expression language"
    case .invalidName(let name, false): "`\(name)` is not a name that expressions can use"
    case .invalidExpression(_, let message):
      "not a valid expression: \(message.text(in: .english))"
    case .unclosedTemplate: "`${` has no closing `}`"
    case .quoteExpression(_, let why):
      "`\(why)` means something to YAML here, so this is not read as an expression"
    case .unknownFunction(let name, _): "unknown function `\(name)`"
    case .uncalledFunction(let name, _): "`\(name)` is a function and is not called here"
    case .undeclared(let name, _, _): "nothing is called `\(name)` here"
    case .spelling(let problem): EnglishSpellingWords.headline(problem)
    case .target(let problem): EnglishTargetProblemWords.headline(problem)
    case .contract(let problem): EnglishContractProblemWords.headline(problem)
    case .unknownOperation(let name, _, _): "unknown operation `\(name)`"
    case .operationNotInContract(let name, _): "the contract has no operation `\(name)`"
    case .unknownPlatform(let name, _, _): "unknown platform `\(name)`"
    case .unknownActor(let name, _, _): "unknown actor `\(name)`"
    case .unknownStep(let name, _, _): "unknown step `\(name)`"
    case .unknownScenario(let name, _, _): "unknown scenario `\(name)`"
    case .stepHasNotRun(let name): "step `\(name)` has not run yet at this point"
    case .duplicateStep(let name, let line): "there is a step `\(name)` already, on line \(line)"
    case .duplicateScenario(let id, let first):
      "there is a scenario `\(id)` already, at \(first.path):\(first.line)"
    case .unknownInput(let name, let operation, _, _): "`\(operation)` takes no input `\(name)`"
    case .missingInput(let name, let operation, _): "`\(operation)` needs the input `\(name)`"
    case .unknownOutput(let name, let operation, _, _): "`\(operation)` gives no output `\(name)`"
    case .unknownErrorName(let name, let operation, _, _):
      "`\(operation)` has no error named `\(name)`"
    case .unknownEntity(let name, _, _): "unknown entity `\(name)`"
    case .unusedActor(let name): "the actor `\(name)` does nothing"
    case .syncOnWrite(let operation): "`\(operation)` writes, so it cannot be repeated as a probe"
    case .syncSinceRead(let steps, _):
      "\(words.list(steps)) only \(steps.count == 1 ? "reads" : "read"), "
        + "so there is no change to wait for"
    case .syncSharesNoEntity(let operation, let since):
      "`\(operation)` reads nothing that \(words.list(since)) \(since.count == 1 ? "writes" : "write")"
    case .syncAmbiguous: "this `sync` could measure more than one entity"
    case .missingTarget(let operation): "nothing says how `\(operation)` is done"
    case .mocksDoNotFit:
      "no --target was given, and the bundled mocks do not fit this contract"
    case .missingVariable(let name, let kind): "`\(kind).\(name)` is not set"
    case .notOnTarget(let operation, let target): "the target `\(target)` lacks `\(operation)`"
    case .writesDenied(let operation, let target):
      "`\(operation)` writes, and the target `\(target)` denies writing"
    case .misplacedKey(let key, let owner, let home):
      "`\(key)` belongs to `\(home)`, not to `\(owner)`"
    case .conflictingKeys(let first, let second):
      "`\(first)` and `\(second)` cannot stand side by side"
    case .tooManyRows(let limit): "`matrix` makes more than \(limit) rows"
    case .tooManySteps(let limit):
      "rows, rounds and flows together make more than \(limit) steps of this file"
    case .impossible(_, let message): message.text(in: .english)
    case .templateInExpression: "`${ }` is for text; here an expression stands by itself"
    case .duplicateQuarantine(let scenario, let line):
      "`\(scenario)` is quarantined on line \(line) already"
    case .duplicateName(let name, let line):
      "something is called `\(name)` already, on line \(line)"
    case .runsTogether(let name):
      "`\(name)` runs together with this step, so nothing of it is known yet"
    case .groupHasNoValue(let step): "`\(step)` only holds other steps and has no value of its own"
    case .beyondDeadline(let slo, let within, _):
      "an `slo` of \(LimitText.text(slo)) is beyond the wait, which ends after "
        + LimitText.text(within)
    case .nestedTogether: "steps that run together cannot hold others that do"
    case .unusedInput(let name): "the flow does nothing with its input `\(name)`"
    case .flowCircle(let way): "this flow uses itself: \(way.joined(separator: " → ")) → …"
    case .flowsTooDeep(let limit): "more than \(limit) flows are used one inside the other"
    case .needsSync(let key): "`\(key)` belongs to a `sync`, and this step has none"
    case .nothingAwaited(let key): "nothing says what `\(key)` is to see"
    case .staysOnWrite(let operation):
      "`\(operation)` writes, so it cannot be repeated to see that something stays"
    case .parityOnWrite(let operation): "`\(operation)` writes, so it cannot be compared"
    case .noOutput(let step): "`\(step)` must end in an error (`fails:`), so it has no output"
    case .neverRuns: "nothing can make this step run"
    case .nothingToCompare(let operations):
      "no field is left that \(words.list(operations)) all give"
    }
  }

  func advice(_ problem: Problem) -> String? {
    switch problem {
    case .missingFile: "check the path; it counts from the folder that linkage was started in"
    case .unreadableFile: "check its permissions, and that it is a file"
    case .emptyFolder: "a scenario is a .yaml file that begins with `scenario:`"
    case .invalidYAML: "look at the indentation and the quotes here and one line above"
    case .missingKey(let key, _): "add `\(key):`"
    case .duplicateKey: "remove one of the two; YAML would silently drop the first"
    case .invalidName(let name, _): "call it `\(NameSuggestion.name(for: name))`"
    case .quoteExpression(let text, _):
      "put this expression in quotes: \(NameSuggestion.quoted(text))"
    case .spelling(let problem): EnglishSpellingWords.advice(problem)
    case .target(let problem): EnglishTargetProblemWords.advice(problem)
    case .contract(let problem): EnglishContractProblemWords.advice(problem)
    case .stepHasNotRun(let name): "move this step behind `\(name)`, or refer to an earlier one"
    case .duplicateStep, .duplicateScenario: "give one of the two another name"
    case .missingInput(let name, _, let actor?):
      "add `\(name)` to `with:` of this step or to the actor `\(actor)`"
    case .missingInput(let name, _, nil):
      "add `\(name)` to `with:`, or name an actor that has it with `as:`"
    case .unusedActor(let name): "remove it, or let it do a step with `as: \(name)`"
    case .syncOnWrite: "put `sync` on a step that only reads"
    case .syncSinceRead(_, let operations):
      "name the step that makes the change; if \(words.list(operations)) makes it, say so in a "
        + "contract (`writes:`)"
    case .syncSharesNoEntity:
      "name another step in `since:`, or correct `reads` and `writes` in the contract"
    case .syncAmbiguous(let entities):
      "name it, for example `sync: { entity: \(entities.first ?? "member") }`"
    case .missingTarget:
      "give a target that has it, or write the request in the step: `on: web` with `get: /path`"
    case .mocksDoNotFit(let targets):
      targets.isEmpty
        ? "write a target file for your system, and name it with --target"
        : "name your target: \(words.list(targets.map { "--target \($0)" }))"
    case .missingVariable(let name, "env"): "set the environment variable \(name) for this run"
    case .missingVariable(let name, _):
      "set the environment variable LINKAGE_SECRET_\(name) for this run"
    case .notOnTarget(let lacking, _) where lacking.hasPrefix("fault "):
      "say under the target's `faults` how `\(lacking.dropFirst(6))` is put on and taken off, or leave out --require-all to skip this scenario"
    case .notOnTarget("clock advance", _):
      "say how with `clock: { advance: { do: … } }` in the target, or leave out --require-all to skip this scenario"
    case .notOnTarget(let operation, _):
      "add `\(operation)` to the target's `operations`, or leave out --require-all to skip this scenario"
    case .writesDenied:
      "take a target that allows it, or leave out --require-all to skip this scenario"
    case .operationNotInContract: "add it to the contract, or correct its name"
    case .misplacedKey(let key, _, "flow"): "only a flow (`flow: name`) has `\(key)`"
    case .misplacedKey(let key, _, "scenario"):
      "say it in the scenarios that use the flow; a flow has no `\(key)`"
    case .misplacedKey(let key, _, "step"): "write `\(key):` one level up, in the step itself"
    case .misplacedKey(let key, _, let home): "write `\(home): { \(key): … }`"
    case .conflictingKeys(let first, _) where GateKeys.all.contains(first):
      "a rule has one figure and its limit: `sync_rate` with `at_least`, "
        + "`p95` with `at_most` or `no_worse_than`"
    case .conflictingKeys: "keep one of the two, or make two steps of it"
    case .tooManyRows: "leave some values out, or make several scenarios"
    case .tooManySteps: "use fewer rows or rounds"
    case .impossible(_, let message):
      message.concernsTypes
        ? "compare and combine values of one type; `int(…)`, `double(…)` and `string(…)` convert"
        : nil
    case .unclosedTemplate: "close it, or write `$${` for a literal `${`"
    case .uncalledFunction(_, let call) where call.hasSuffix("()"): "add `()`: \(call)"
    case .uncalledFunction(_, let call): "call it: \(call)"
    case .templateInExpression(_, let suggestion): "write it without `${ }`: \(suggestion)"
    case .duplicateName: "give one of the two another name"
    case .duplicateQuarantine: "remove one of the two entries, or have it name another scenario"
    case .runsTogether: "move this to a step after `together`"
    case .groupHasNoValue: "name one of the steps in it"
    case .beyondDeadline(_, _, let place?):
      "make `slo` shorter, or `within` longer, at \(place.path):\(place.line):\(place.column)"
    case .beyondDeadline: "make `slo` shorter, or give the step a longer `within`"
    case .nestedTogether: "put all of these steps into one `together`"
    case .unusedInput(let name): "use it as `inputs.\(name)`, or remove it from `inputs`"
    case .flowCircle: "take one of these `use` out"
    case .flowsTooDeep: "use some of these flows one after the other"
    case .needsSync: "add `sync: { since: … }` with the step whose change is awaited"
    case .nothingAwaited("stays"): "add `expect:` or `fails:`"
    case .nothingAwaited: "add `expect:`, `until:` or `fails:`"
    case .staysOnWrite: "put `stays` on a step that only reads"
    case .parityOnWrite: "compare what operations that only read give"
    case .noOutput(let step): "use `\(step).outcome`, or the output of another step"
    case .neverRuns: "correct its `when:`, or remove the step"
    case .nothingToCompare: "name fields that all of them give in `fields:`"
    default: nil
    }
  }

  var pathFromFile: String { "check the path; it counts from the folder of the file that names it" }

  func didYouMean(_ name: String) -> String { "did you mean `\(name)`?" }

  func expected(_ problem: Problem) -> String? {
    switch problem {
    case .notAMapping: "keys with values, such as `scenario: my-journey`"
    case .invalidName: "letters, digits and `_`, with no digit first"
    case .unknownKind(_, let expected): "a file with one of the keys \(words.list(expected))"
    case .spelling(let problem): EnglishSpellingWords.expected(problem)
    case .syncAmbiguous(let entities): "one of \(words.list(entities))"
    default: nil
    }
  }

  func term(_ text: String) -> String { Self.terms[text] ?? text }

  private static let terms = [
    "0.95, 95%, 99.9%": "a share above 0 and below 1, such as 0.95 or 99.9%",
    "warn | fail": "`warn` or `fail`",
    "10%, 0.1": "a share, such as 10% or 0.1",
    "2027-01-31": "a day, such as 2027-01-31",
    "order mini→web": "an entity and the way it takes, such as order mini→web",
    "order | order mini→web": "an entity, alone or with its way, such as order mini→web",
    "nothing-broken": "another name; `built-in` is the rule that every gate has",
    "0 … 0": "0; what is known to fail is named under `quarantine`",
    "300ms, 1.5s, 2m, 168h": "a duration, such as 300ms, 1.5s, 2m or 168h",
    "> 0s … 876000h": "a duration above 0s, at most 876000h (100 years)",
    "baseline": "the label of the runs to compare with, such as baseline",
    "true | false": "`true` or `false`",
    "512KB, 4MB, 1MiB": "a size, such as 512KB, 4MB or 1MiB",
    "1KB … 1GB": "a size from 1KB to 1GB",
    "10.0.0.7, ::1, host": "an address such as 10.0.0.7 or ::1, or a host, without a port",
    "host | host:port": "a host, with a port or without",
    "http://host:port": "an address such as http://proxy.example.com:3128",
    "http://host:port | none | environment":
      "an address such as http://proxy.example.com:3128; or `none` or `environment`",
    "localhost, .example.com, 10.0.0.0/8, *":
      "hosts and networks, such as localhost, .example.com or 10.0.0.0/8; or `*`",
  ]

  func count(problems: Int, files: Int) -> String {
    let found = problems == 1 ? "1 problem" : "\(problems) problems"
    let place = files == 0 ? "" : files == 1 ? " in 1 file" : " in \(files) files"
    return found + place + "; nothing was run"
  }
}
