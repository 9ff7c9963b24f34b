import LinkageCore
import Values

/// The writes that were definitely refused, where nothing else can have made what they asked for.
struct RefusedWrites {
  private struct Place: Hashable {
    var entity: Int
    var `case`: Int
  }

  private var refused: [Place: [IndexedOperation]] = [:]
  /// Where a write happened, or may have, and nobody knows to which one.
  private var open: Set<Place> = []

  init(_ index: HistoryIndex) {
    for observation in index.observations where observation.isWrite {
      let operation = index.operation(of: observation)
      let place = Place(entity: observation.entity, case: operation.step.case)
      if operation.end == .refused {
        if observation.naming != .input { refused[place, default: []].append(operation) }
      } else if observation.subject == nil || operation.end == .unknown {
        open.insert(place)
      }
    }
  }

  /// Those of the reader's case that were answered before he read.
  func writes(of entity: Int, before read: IndexedOperation) -> [IndexedOperation] {
    let place = Place(entity: entity, case: read.step.case)
    guard !open.contains(place) else { return [] }
    return (refused[place] ?? []).filter { $0.precedes(read) }
  }
}
