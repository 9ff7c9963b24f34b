import LinkageCore

extension Outline.Step {
  /// The names of the reads that a comparison compares, in their order.
  var comparedReads: [String]? {
    if case .parity(let reads, _) = kind { reads } else { nil }
  }

  /// The entity that a comparison compares.
  var comparedEntity: String? {
    if case .parity(_, let entity) = kind { entity } else { nil }
  }
}
