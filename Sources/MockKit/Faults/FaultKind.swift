/// A kind of fault: what it does, and who must notice.
package struct FaultKind: Sendable, Equatable {
  package enum Family: String, Sendable, Codable, CaseIterable {
    /// A correct link comes through.
    case transport
    /// Only latency or freshness suffers.
    case degradation
    /// A bug of the product.
    case defect
  }

  package let name: String
  package let family: Family
  /// The checkers that must find it, or `parity`, or `scenario:` and an id; none where nobody may.
  package let caughtBy: [String]
  package let title: FaultText
  package let meaning: FaultText
  /// Where it can set in; the first unless a fault says otherwise.
  package let stages: [FaultStage]
  /// Whether it is there or not, for all alike: then a fault of it picks nothing and counts nothing.
  package let isWhole: Bool
  package let attributes: [FaultAttribute]
  /// The one to try first; a correct link stands it within some seconds where it is no defect.
  package let standard: Fault

  /// - Parameter standard: changes what is tried first from a fault that always fires.
  package init(
    _ name: String, _ family: Family, caughtBy: [String] = [], title: FaultText,
    meaning: FaultText, stages: [FaultStage], isWhole: Bool = false,
    attributes: [FaultAttribute] = [], standard: (inout Fault) -> Void = { _ in }
  ) {
    self.name = name
    self.family = family
    self.caughtBy = caughtBy
    self.title = title
    self.meaning = meaning
    self.stages = stages
    self.isWhole = isWhole
    self.attributes = attributes
    var fault = Fault(name)
    standard(&fault)
    self.standard = fault
  }
}
