import LinkageCore
import Values

/// Reads `{ created: [paid, cancelled], paid: [shipped] }`.
///
/// A status that is no key ends a life. The statuses with which a life begins stand first.
struct StatusFlowReader {
  let reader: NodeReader
  let field: String

  func transitions(_ node: YAMLNode) -> [Field.Transition] {
    guard !node.isAbsent, let entries = reader.entries(node, "flow") else { return [] }
    let read: [Read] = entries.compactMap { entry in
      guard let from = entry.key.scalarText else { return nil }
      let to = entry.value.isAbsent ? [] : reader.texts(entry.value, from, single: true)
      return Read(from: from, key: entry.key, to: to)
    }
    let misspelt = misspelt(in: read)
    checkReached(read, leavingOut: misspelt)
    return read.map { Field.Transition(from: $0.from, to: $0.to.map(\.name)) }
  }

  private struct Read {
    var from: String
    var key: YAMLNode
    var to: [NodeReader.Named]
  }

  /// An end that looks like a status to which nothing else leads; gives what was meant.
  private func misspelt(in read: [Read]) -> Set<String> {
    let keys = read.map(\.from)
    let reached = Set(read.flatMap(\.to).map(\.name))
    let unreached = keys.dropFirst().filter { !reached.contains($0) }
    var meant: Set<String> = []
    for status in read.flatMap(\.to) where !keys.contains(status.name) {
      guard let nearest = Nearest.name(to: status.name, among: unreached) else { continue }
      meant.insert(nearest)
      reader.report(
        .contract(.misspeltStatus(name: status.name, nearest: nearest)), at: status.node)
    }
    return meant
  }

  private func checkReached(_ read: [Read], leavingOut meant: Set<String>) {
    let entered = Set(read.flatMap { read in read.to.map(\.name).filter { $0 != read.from } })
    let first = read.prefix { !entered.contains($0.from) }.map(\.from)
    var reached = Set(first.isEmpty ? read.prefix(1).map(\.from) : first).union(meant)
    var open = Array(reached)
    while let status = open.popLast() {
      for next in read.filter({ $0.from == status }).flatMap(\.to)
      where reached.insert(next.name).inserted {
        open.append(next.name)
      }
    }
    for status in read where !reached.contains(status.from) {
      reader.report(
        .contract(.unreachableStatus(name: status.from, field: field)), at: status.key)
    }
  }
}
