public import CEL

/// What is wrong, as data; the sentences are made where reports are made.
public enum Problem: Sendable, Hashable {
  // Files
  case missingFile(path: String)
  case unreadableFile(path: String, reason: String)
  case emptyFolder(path: String)
  case invalidYAML(detail: String)
  case notAMapping(found: String, file: String)
  case unknownKind(found: [String], expected: [String])
  case spelling(SpellingProblem)

  // Keys and values
  case unknownKey(key: String, owner: String, nearest: String?, known: [String])
  case missingKey(key: String, owner: String)
  case duplicateKey(key: String)
  case wrongType(owner: String, found: String, expected: String)
  case invalidValue(owner: String, found: String, expected: String)
  case invalidName(name: String, reserved: Bool)
  /// A key that belongs to something else, which `home` names.
  case misplacedKey(key: String, owner: String, home: String)
  case conflictingKeys(first: String, second: String)
  case tooManyRows(limit: Int)
  case tooManySteps(limit: Int)

  // Expressions
  case invalidExpression(text: String, message: Message)
  case unclosedTemplate(text: String)
  case quoteExpression(text: String, why: String)
  case unknownFunction(name: String, nearest: String?)
  /// A function where a value is meant, and how it is called: `fake.phone()`.
  case uncalledFunction(name: String, call: String)
  case undeclared(name: String, nearest: String?, known: [String])
  /// What cannot be right whatever the values are.
  case impossible(text: String, message: Message)
  /// `${ … }` where an expression stands by itself.
  case templateInExpression(text: String, suggestion: String)

  // Targets and contracts
  case target(TargetProblem)
  case contract(ContractProblem)

  // References between files
  case unknownOperation(name: String, nearest: String?, known: [String])
  case operationNotInContract(name: String, nearest: String?)
  case unknownPlatform(name: String, nearest: String?, known: [String])
  case unknownActor(name: String, nearest: String?, known: [String])
  case unknownStep(name: String, nearest: String?, known: [String])
  case unknownScenario(name: String, nearest: String?, known: [String])
  case stepHasNotRun(name: String)
  case duplicateStep(name: String, firstLine: Int)
  case duplicateScenario(id: String, first: Place)
  case unknownInput(name: String, operation: String, nearest: String?, known: [String])
  case missingInput(name: String, operation: String, actor: String?)
  case unknownOutput(name: String, operation: String, nearest: String?, known: [String])
  case unknownErrorName(name: String, operation: String, nearest: String?, known: [String])
  case unknownEntity(name: String, nearest: String?, known: [String])
  case unusedActor(name: String)
  case syncOnWrite(operation: String)
  /// Steps in `since` that change nothing, and what they do.
  case syncSinceRead(steps: [String], operations: [String])
  case syncSharesNoEntity(operation: String, since: [String])
  case syncAmbiguous(entities: [String])
  case missingTarget(operation: String)
  /// The bundled mocks stand in for a target that nobody named, and do not fit the user's contract.
  case mocksDoNotFit(targets: [String])
  case missingVariable(name: String, kind: String)
  /// The target lacks what a scenario needs, and everything was asked for.
  case notOnTarget(operation: String, target: String)
  case writesDenied(operation: String, target: String)
  case duplicateName(name: String, firstLine: Int)
  /// Two entries of a gate's quarantine are of one scenario.
  case duplicateQuarantine(scenario: String, firstLine: Int)
  case runsTogether(name: String)
  case nestedTogether
  /// A reference to a `together`, which leaves nothing of its own.
  case groupHasNoValue(step: String)
  case unusedInput(name: String)
  case flowCircle(way: [String])
  case flowsTooDeep(limit: Int)
  case needsSync(key: String)
  /// An `slo` that is longer than the wait, which ends at `within`; `place` is where that is said, `nil`
  /// where the contract says it, or nobody.
  case beyondDeadline(slo: Nanoseconds, within: Nanoseconds, place: Place?)
  /// `sync` or `stays` without anything that must hold.
  case nothingAwaited(key: String)
  case staysOnWrite(operation: String)
  case parityOnWrite(operation: String)
  case nothingToCompare(operations: [String])
  /// A reference to the output of a step that must end in an error.
  case noOutput(step: String)
  /// A `when` that is false whatever happens.
  case neverRuns
}
