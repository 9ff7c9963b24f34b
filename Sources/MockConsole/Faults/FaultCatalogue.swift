import MockKit

/// `GET /faults/catalogue`: every kind of fault with all that can be set.
struct FaultCatalogue: Encodable {
  struct Kind: Encodable {
    let type: String
    let family: FaultKind.Family
    let title: FaultText
    let meaning: FaultText
    /// Checkers that must find it; none where nobody may.
    let caughtBy: [String]
    let stages: [FaultStage]
    /// Whether it is there for everything or not at all.
    let whole: Bool
    let attributes: [Attribute]
    /// The one to try first.
    let standard: Fault
  }

  struct Attribute: Encodable {
    let name: String
    let expected: FaultText
    let standard: FaultValue
    let meaning: FaultText
  }

  let kinds = Faults.all.map(Kind.init)
}

extension FaultCatalogue.Kind {
  init(_ kind: FaultKind) {
    type = kind.name
    family = kind.family
    title = kind.title
    meaning = kind.meaning
    caughtBy = kind.caughtBy
    stages = kind.stages
    whole = kind.isWhole
    attributes = kind.attributes.map {
      FaultCatalogue.Attribute(
        name: $0.name, expected: $0.form.expected, standard: $0.standard, meaning: $0.meaning)
    }
    standard = kind.standard
  }
}
