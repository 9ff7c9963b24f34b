import LinkageCore

/// One loading of a plan: each file is read once, in the order in which the next ones need it.
final class PlanLoad {
  let problems = ProblemList()
  private(set) var sources: [SourceFile] = []
  private let request: PlanRequest
  private let library: Library

  init(_ request: PlanRequest) {
    self.request = request
    library = Library(request)
  }

  /// Only worth anything when no problem was found.
  func plan() -> Plan {
    checkBases()
    let contract = self.contract()
    let chain = request.target.map {
      TargetChain($0, extended: request.extended, problems: problems)
    }
    sources += chain?.files ?? []
    let documents = scenarioDocuments()
    let sessions = SessionNames(
      targets: chain?.links.map(\.root) ?? [], scenarios: documents.map(\.root))
    let target = self.target(chain, contract, sessions)
    let surroundings = Surroundings(
      library: library, contract: contract, target: target, session: sessions.shape,
      bases: request.bases)
    let scenarios = self.scenarios(documents, surroundings)
    let outline = OutlineBuilder(
      target: target.model, contract: contract.contract, scenarios: scenarios, sources: sources)
    return Plan(scenarios: scenarios, contract: contract.contract, outline: outline.outline())
  }

  private func checkBases() {
    for (name, base) in request.bases.sorted(by: { $0.key < $1.key })
    where BaseAddress.read(base) == nil {
      let problem = Problem.invalidValue(
        owner: name, found: base, expected: BaseAddress.expected)
      problems.report(problem, at: nil)
    }
  }

  private func contract() -> ContractState {
    guard let file = request.contract else { return .absent }
    let document = open(file)
    guard let root = document.root(of: .contract) else { return .unreadable }
    let contract = ContractReader(reader: document.reader).contract(root)
    return contract.map(ContractState.read) ?? .unreadable
  }

  private func target(
    _ chain: TargetChain?, _ contract: ContractState, _ sessions: SessionNames
  ) -> TargetState {
    guard let chain else { return .absent }
    let model = TargetReader(
      library: library, contract: contract, sessions: sessions, bases: request.bases
    ).target(chain)
    guard let model, chain.isComplete else { return .incomplete(model) }
    for platform in model.platforms
    where platform.base == nil && request.bases[platform.name] == nil {
      problems.report(.missingKey(key: "base", owner: platform.name), at: platform.place)
    }
    return .read(model)
  }

  private typealias Document = (reader: NodeReader, root: YAMLNode)

  private func scenarioDocuments() -> [Document] {
    request.scenarios.compactMap { file in
      let document = open(file)
      return document.root(of: .scenario).map { (document.reader, $0) }
    }
  }

  private func scenarios(
    _ documents: [Document], _ surroundings: Surroundings
  ) -> [Scenario] {
    var places: [String: Place] = [:]
    return documents.compactMap { document in
      let reader = ScenarioReader(reader: document.reader, surroundings: surroundings)
      guard let scenario = reader.scenario(document.root) else { return nil }
      if let first = places[scenario.id] {
        problems.report(.duplicateScenario(id: scenario.id, first: first), at: scenario.place)
      }
      places[scenario.id] = places[scenario.id] ?? scenario.place
      return scenario
    }
  }

  private func open(_ file: SourceInput) -> DocumentReader {
    sources.append(file.file)
    return DocumentReader(SourceText(path: file.path, text: file.text), problems: problems)
  }
}
