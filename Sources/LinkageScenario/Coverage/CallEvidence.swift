import LinkageCore

/// What a journey's calls try of what their operations promise.
struct CallEvidence {
  private(set) var claims: Set<Claim> = []
  private let places: EffectPlaces

  init(_ journey: Journey) {
    places = EffectPlaces(journey)
    for operation in journey.others { claims.insert(Claim(operation.name, .exists)) }
    for (place, act) in journey.acts.enumerated() {
      claims.insert(Claim(act.operation.name, .exists))
      errors(act)
      if act.operation.effects.isForgery {
        forgery(act, at: place)
      } else if act.mayHappen {
        effects(act, at: place)
      }
    }
    submissions(journey.acts)
    uses(journey.acts)
  }

  /// An error that the clean-up may meet is not looked for.
  private mutating func errors(_ act: Act) {
    if let error = act.step.fails { claims.insert(Claim(act.operation.name, .error(error))) }
    guard !act.step.isFinally else { return }
    for error in act.step.mayFail { claims.insert(Claim(act.operation.name, .error(error))) }
  }

  // MARK: Effects

  /// It is refused, and somebody looks whether it changed anything all the same.
  private mutating func forgery(_ act: Act, at place: Int) {
    guard act.step.fails != nil,
      act.operation.writes.contains(where: { places.isShown($0, after: place) })
    else { return }
    claims.insert(Claim(act.operation.name, .forgery))
  }

  private mutating func effects(_ act: Act, at place: Int) {
    let name = act.operation.name
    let effects = act.operation.effects
    for part in effects.adds where places.isCounted(part.entity, after: place) {
      claims.insert(Claim(name, .adds(entity: part.entity)))
    }
    for part in effects.takes where places.isCounted(part.entity, after: place) {
      claims.insert(Claim(name, .takes(entity: part.entity)))
    }
    for entity in effects.returns where places.isReturned(entity, at: place) {
      claims.insert(Claim(name, .returns(entity: entity)))
    }
    for entity in act.operation.deletes where places.isAsked(entity, after: place) {
      claims.insert(Claim(name, .deletes(entity: entity)))
    }
  }

  // MARK: The same thing again

  /// The same submission, sent twice by the same actor.
  private mutating func submissions(_ acts: [Act]) {
    var seen: [[String?]: Bool] = [:]
    for act in acts {
      guard let once = act.operation.effects.once, let name = act.given(once) else { continue }
      let submission = [act.operation.name, act.step.actor, name]
      if let mayHappen = seen[submission], mayHappen || act.mayHappen {
        claims.insert(Claim(act.operation.name, .once(input: once)))
      }
      seen[submission] = seen[submission] == true || act.mayHappen
    }
  }

  /// What can be used once, used twice, by whichever operations.
  private mutating func uses(_ acts: [Act]) {
    var uses: [[String]: [Act]] = [:]
    for act in acts {
      for part in act.operation.effects.spends {
        if let thing = act.given(part.field) {
          uses[[part.entity, thing], default: []].append(act)
        }
      }
    }
    for (use, acts) in uses where acts.count > 1 && acts.contains(where: \.mayHappen) {
      for act in acts { claims.insert(Claim(act.operation.name, .spends(entity: use[0]))) }
    }
  }
}
