import LinkageCore

/// What operations are known to do from those of them that were answered.
struct Makers {
  private struct Making: Hashable {
    var operation: String
    var entity: Int
  }

  private let index: HistoryIndex
  /// What makes new entities: nobody had heard of any before it named it.
  private var making: Set<Making> = []
  private var finding: Set<Making> = []
  /// What names something that it writes.
  private var naming: Set<String> = []

  init(_ index: HistoryIndex) {
    self.index = index
    var known: [Int: String] = [:]
    for observation in index.observations {
      guard let subject = observation.subject else { continue }
      let operation = index.operation(of: observation)
      guard observation.isWrite, operation.end == .ok else {
        known[subject] = known[subject] ?? ""
        continue
      }
      let name = index.outline(of: operation).operation
      naming.insert(name)
      let first = known[subject] ?? name
      known[subject] = first
      let made = Making(operation: name, entity: observation.entity)
      if observation.naming == .output, first == name {
        making.insert(made)
      } else {
        finding.insert(made)
      }
    }
  }

  /// Whether a write of nobody knows which entity made a new one, if it did anything.
  func makes(_ observation: Observation) -> Bool {
    let name = index.outline(of: index.operation(of: observation)).operation
    let made = Making(operation: name, entity: observation.entity)
    return making.contains(made) && !finding.contains(made)
  }

  /// Whether it otherwise names what it writes: then what it wrote is somebody's in the same case.
  func saysWhatItWrites(_ operation: IndexedOperation) -> Bool {
    naming.contains(index.outline(of: operation).operation)
  }
}
