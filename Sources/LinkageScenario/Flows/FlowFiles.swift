import LinkageCore

/// A flow's file that could be read.
struct FlowDocument {
  var path: String
  var reader: NodeReader
  var root: YAMLNode
}

/// The files of flows, each read once.
final class FlowFiles {
  enum State {
    case absent
    /// A file of another kind.
    case other(FileKind)
    /// What is wrong with it has been reported.
    case unreadable
    case read(FlowDocument)
  }

  private let file: (String) -> String?
  private let open: (SourceInput) -> DocumentReader
  private var states: [String: State] = [:]
  /// Those that could be read, in the order in which they were asked for.
  private(set) var documents: [FlowDocument] = []

  /// - Parameters:
  ///   - file: gives the text of a file.
  ///   - open: takes a file that was found.
  init(_ file: @escaping (String) -> String?, open: @escaping (SourceInput) -> DocumentReader) {
    self.file = file
    self.open = open
  }

  func open(_ path: String) -> State {
    if let state = states[path] { return state }
    guard let text = file(path) else { return remember(.absent, path) }
    if let kind = ScenarioDiscovery.kind(of: text), kind != .flow {
      return remember(.other(kind), path)
    }
    return add(SourceInput(path: path, text: text))
  }

  /// Takes a file that was given with its text.
  @discardableResult
  func add(_ input: SourceInput) -> State {
    if let state = states[input.path] { return state }
    let document = open(input)
    guard let root = document.root(of: .flow) else { return remember(.unreadable, input.path) }
    let flow = FlowDocument(path: input.path, reader: document.reader, root: root)
    documents.append(flow)
    return remember(.read(flow), input.path)
  }

  private func remember(_ state: State, _ path: String) -> State {
    states[path] = state
    return state
  }

  /// Opens the flows that a file uses, and those that they use, as far as their paths are written
  /// out.
  func openAll(usedBy root: YAMLNode, at path: String) {
    var open = [(root, path)]
    var seen: Set<String> = []
    while let (root, path) = open.popLast() {
      for name in Self.uses(in: root) where !name.contains("${") {
        let used = RelativePath.resolve(name, from: path)
        guard seen.insert(used).inserted, case .read(let flow) = self.open(used) else { continue }
        open.append((flow.root, flow.path))
      }
    }
  }

  private static func uses(in root: YAMLNode) -> [String] {
    ["steps", "finally"].flatMap { key in root.value(key).map(steps) ?? [] }
      .compactMap { $0.value("use")?.scalarText }
  }

  private static func steps(_ node: YAMLNode) -> [YAMLNode] {
    guard case .list(let items) = node.content else { return [] }
    return items + items.flatMap { $0.value("together").map(steps) ?? [] }
  }
}
