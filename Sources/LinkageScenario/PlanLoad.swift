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
      TargetChain($0, extended: file, problems: problems)
    }
    sources += chain?.files ?? []
    let documents = scenarioDocuments()
    let flows = self.flows(usedBy: documents)
    let sessions = SessionNames(
      targets: chain?.links.map(\.root) ?? [],
      scenarios: documents.map(\.root) + flows.documents.map(\.root))
    let target = self.target(chain, contract, sessions)
    let surroundings = Surroundings(
      library: library, contract: contract, target: target, session: sessions.shape,
      bases: request.bases, faults: request.faults)
    let scenarios = self.scenarios(documents, surroundings, flows)
    check(flows, surroundings)
    let outline = OutlineBuilder(
      target: target.model, contract: contract.contract, scenarios: scenarios, sources: sources)
    return Plan(
      scenarios: scenarios, contract: contract.contract, outline: outline.outline(),
      bound: target.model?.operations.map(\.operation.name))
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

  /// Those that scenarios use come first, as far as their paths are written out.
  private func flows(usedBy documents: [Document]) -> FlowFiles {
    let flows = FlowFiles(file) { self.open($0) }
    for flow in request.flows { flows.add(flow) }
    for document in documents {
      flows.openAll(usedBy: document.root, at: document.reader.source.path)
    }
    for flow in request.flows {
      guard case .read(let document) = flows.open(flow.path) else { continue }
      flows.openAll(usedBy: document.root, at: flow.path)
    }
    return flows
  }

  /// Checks flows that are given by themselves, whoever will use them.
  private func check(_ flows: FlowFiles, _ surroundings: Surroundings) {
    let table = PlatformTable(surroundings, own: [], isComplete: false)
    for file in request.flows {
      guard case .read(let document) = flows.open(file.path) else { continue }
      let reader = FlowReader(
        document: document, surroundings: surroundings, flows: flows, budget: StepBudget(),
        table: table)
      let head = reader.head()
      let inputs = Shape.plain("inputs", head.inputs.map(\.name))
      _ = reader.read(
        head, in: Frame(actor: .unknown, flows: [document.path], inputs: inputs))
    }
  }

  private func scenarios(
    _ documents: [Document], _ surroundings: Surroundings, _ flows: FlowFiles
  ) -> [Scenario] {
    var places: [String: Place] = [:]
    return documents.flatMap { document in
      let rows = self.rows(document, surroundings, flows)
      guard let scenario = rows.first else { return [Scenario]() }
      if let first = places[scenario.id] {
        problems.report(.duplicateScenario(id: scenario.id, first: first), at: scenario.place)
      }
      places[scenario.id] = places[scenario.id] ?? scenario.place
      return rows
    }
  }

  /// The scenario of a file for each row of its `matrix`.
  private func rows(
    _ document: Document, _ surroundings: Surroundings, _ flows: FlowFiles
  ) -> [Scenario] {
    let matrix = MatrixReader(
      expressions: ExpressionReader(document.reader, library: library))
    let budget = StepBudget()
    return matrix.rows(document.root.value("matrix")).compactMap { row in
      ScenarioReader(
        reader: document.reader, surroundings: surroundings.adding(row), flows: flows,
        budget: budget
      ).scenario(document.root)
    }
  }

  /// A file that another one names; one that is no text is reported.
  private func file(_ path: String) -> String? {
    if let bytes = request.bytes(path), let found = TextCheck.problem(with: bytes, path: path) {
      problems.report(found.problem, at: found.place)
    }
    return request.file(path)
  }

  private func open(_ file: SourceInput) -> DocumentReader {
    sources.append(file.file)
    return DocumentReader(SourceText(path: file.path, text: file.text), problems: problems)
  }
}
