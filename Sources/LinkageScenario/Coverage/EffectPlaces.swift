import LinkageCore

/// Where in a journey entities are looked at and used, as positions among its acts.
struct EffectPlaces {
  /// The last read, also one that must be told that there is none.
  private var asked: [String: Int] = [:]
  /// The last read that may show it.
  private var shown: [String: Int] = [:]
  /// The last read that shows what is counted of it.
  private var counted: [String: Int] = [:]
  /// The first use that may succeed, and the last one tried.
  private var firstUse: [String: Int] = [:]
  private var lastUse: [String: Int] = [:]

  init(_ journey: Journey) {
    let fields = Dictionary(
      journey.entities.compactMap { entity in entity.counted.map { (entity.name, $0.name) } },
      uniquingKeysWith: { first, _ in first })
    for (place, act) in journey.acts.enumerated() {
      for entity in act.operation.reads {
        asked[entity] = place
        if act.mayHappen { shown[entity] = place }
        if let field = fields[entity], act.shows(field, of: entity) { counted[entity] = place }
      }
      for part in act.operation.effects.spends where act.given(part.field) != nil {
        lastUse[part.entity] = place
        if act.mayHappen, firstUse[part.entity] == nil { firstUse[part.entity] = place }
      }
    }
  }

  func isAsked(_ entity: String, after place: Int) -> Bool { asked[entity] ?? -1 > place }

  func isShown(_ entity: String, after place: Int) -> Bool { shown[entity] ?? -1 > place }

  func isCounted(_ entity: String, after place: Int) -> Bool { counted[entity] ?? -1 > place }

  /// Used before, and looked at or used again afterwards.
  func isReturned(_ entity: String, at place: Int) -> Bool {
    firstUse[entity].map { $0 < place } == true
      && (isShown(entity, after: place) || lastUse[entity] ?? -1 > place)
  }
}
