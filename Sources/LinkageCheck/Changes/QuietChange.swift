import LinkageCore
import Values

/// A version that changed between two reads although nothing was on its way and nobody wrote.
struct QuietChange {
  var subject: Int
  var field: String
  var earlier: Observation
  var later: Observation
  /// Whether nothing but the version changed. What changes by itself and says so, as an order that
  /// lapses, is no echo.
  var isEcho: Bool

  /// In the order of subjects.
  static func all(_ changes: Changes, observed: inout Int) -> [QuietChange] {
    let index = changes.index
    var found: [QuietChange] = []
    for subject in index.subjects.indices where !changes.mixedUp.contains(subject) {
      let entity = index.entities[index.subjects[subject].entity]
      guard entity.isShared != true,
        let version = entity.fields.first(where: { $0.monotonic != nil && $0.type == .int })
      else { continue }
      for reads in reads(of: subject, index) {
        found += all(reads, subject, version.name, entity, changes, &observed)
      }
    }
    return found
  }

  /// The plain reads of each platform, the first begun first.
  private static func reads(of subject: Int, _ index: HistoryIndex) -> [[Observation]] {
    var reads: [(platform: String, found: [Observation])] = []
    for place in index.subjects[subject].observations {
      let observation = index.observations[place]
      guard !observation.isWrite, observation.presence == .present, observation.naming != .element
      else { continue }
      let platform = index.operation(of: observation).platform
      if let known = reads.firstIndex(where: { $0.platform == platform }) {
        reads[known].found.append(observation)
      } else {
        reads.append((platform, [observation]))
      }
    }
    return reads.filter { $0.found.count > 1 }.sorted { $0.platform < $1.platform }.map { reads in
      reads.found.sorted { index.operation(of: $0).began < index.operation(of: $1).began }
    }
  }

  private static func all(
    _ reads: [Observation], _ subject: Int, _ field: String, _ entity: Contract.Entity,
    _ changes: Changes, _ observed: inout Int
  ) -> [QuietChange] {
    let index = changes.index
    var found: [QuietChange] = []
    var settling = Settling(subject, version: field, changes)
    var last: (observation: Observation, writes: Int)?
    for read in reads {
      let operation = index.operation(of: read)
      guard let version = read.value(field)?.intValue else { continue }
      guard settling.isSettled(at: operation, showing: version) else {
        last = nil
        continue
      }
      if let last, last.writes == settling.writes {
        let earlier = index.operation(of: last.observation)
        if earlier.precedes(operation),
          changes.isUndisturbed(subject, from: earlier.began, to: operation.received)
        {
          observed += 1
          if last.observation.value(field) != read.value(field) {
            let isEcho = isAllThatChanged(field, entity, last.observation, read)
            found.append(
              QuietChange(
                subject: subject, field: field, earlier: last.observation, later: read,
                isEcho: isEcho))
          }
        }
      }
      last = (read, settling.writes)
    }
    return found
  }

  /// The version before and after.
  var facts: [CheckResult.Fact] {
    [
      CheckResult.Fact("earlier", earlier.value(field) ?? .null),
      CheckResult.Fact("found", later.value(field) ?? .null),
    ]
  }

  private static func isAllThatChanged(
    _ version: String, _ entity: Contract.Entity, _ earlier: Observation, _ later: Observation
  ) -> Bool {
    entity.fields.allSatisfy { field in
      field.name == version || earlier.fields[field.name] == later.fields[field.name]
    }
  }
}
