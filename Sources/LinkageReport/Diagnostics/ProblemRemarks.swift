import LinkageCore

/// The lines under an excerpt: what was found, what was expected, what is known, what to try.
struct ProblemRemarks {
  let problem: Problem
  /// Whether a file names what is missing, and not the command line.
  let isNamedInFile: Bool
  let words: any ProblemWords
  let messageWords: any MessageWords

  /// In the order in which they are printed.
  var all: [(label: MessageLabel, text: String)] {
    var remarks: [(label: MessageLabel, text: String)] = []
    if let found { remarks.append((.found, found)) }
    if let expected { remarks.append((.expected, expected)) }
    if !known.isEmpty { remarks.append((.known, messageWords.list(known))) }
    if let attempt { remarks.append((.attempt, attempt)) }
    return remarks
  }

  private var found: String? {
    switch problem {
    case .notAMapping(let found, _), .wrongType(_, let found, _), .invalidValue(_, let found, _):
      words.term(found)
    case .contract(let problem): problem.types?.found.rawValue
    case .spelling(.strangeFile(let beginning, _)): beginning.map { "`\($0)`" }
    case .unknownKind(let found, _): found.isEmpty ? nil : messageWords.list(found)
    default: nil
    }
  }

  private var expected: String? {
    switch problem {
    case .wrongType(_, _, let expected), .invalidValue(_, _, let expected): words.term(expected)
    case .contract(let problem): problem.types?.expected.rawValue
    default: words.expected(problem)
    }
  }

  private var attempt: String? {
    if case .missingFile = problem, isNamedInFile { return words.pathFromFile }
    return problem.nearest.map(words.didYouMean) ?? words.advice(problem)
  }

  /// Names to choose from: only where none of them is near, which says it better.
  private var known: [String] { problem.nearest == nil ? problem.known : [] }
}

extension Problem {
  /// The right name that was probably meant.
  fileprivate var nearest: String? {
    switch self {
    case .unknownKey(_, _, let nearest, _), .undeclared(_, let nearest, _),
      .unknownOperation(_, let nearest, _), .unknownPlatform(_, let nearest, _),
      .unknownActor(_, let nearest, _), .unknownStep(_, let nearest, _),
      .unknownScenario(_, let nearest, _),
      .unknownEntity(_, let nearest, _), .unknownFunction(_, let nearest),
      .operationNotInContract(_, let nearest), .unknownInput(_, _, let nearest, _),
      .unknownOutput(_, _, let nearest, _), .unknownErrorName(_, _, let nearest, _):
      nearest
    case .contract(let problem): problem.nearest
    case .target(.unknownHost(_, let nearest, _)): nearest
    default: nil
    }
  }

  fileprivate var known: [String] {
    switch self {
    case .unknownKey(_, _, _, let known), .undeclared(_, _, let known),
      .unknownOperation(_, _, let known), .unknownPlatform(_, _, let known),
      .unknownActor(_, _, let known), .unknownStep(_, _, let known),
      .unknownScenario(_, _, let known), .unknownEntity(_, _, let known),
      .unknownInput(_, _, _, let known),
      .unknownOutput(_, _, _, let known), .unknownErrorName(_, _, _, let known):
      known
    case .contract(let problem): problem.known
    case .target(.unknownHost(_, _, let known)): known
    default: []
    }
  }
}

extension ContractProblem {
  fileprivate var nearest: String? {
    switch self {
    case .unknownKeyField(_, _, let nearest, _), .unknownName(_, _, let nearest, _): nearest
    default: nil
    }
  }

  fileprivate var known: [String] {
    switch self {
    case .unknownKeyField(_, _, _, let known), .unknownName(_, _, _, let known): known
    default: []
    }
  }

  /// The types between which the contract must decide.
  fileprivate var types: (found: FieldType, expected: FieldType)? {
    switch self {
    case .differentType(_, _, let type, _, let expected): (type, expected)
    default: nil
    }
  }
}
