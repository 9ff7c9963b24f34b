/// A set of Unicode scalars, as between brackets in a pattern.
struct ScalarSet: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var categories: [(members: Set<Unicode.GeneralCategory>, isNegated: Bool)] = []
  private var subsets: [ScalarSet] = []
  var isNegated = false
  var ignoresCase = false

  init(_ ranges: [ClosedRange<UInt32>] = [], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  init(_ categories: Set<Unicode.GeneralCategory>, isNegated: Bool) {
    self.categories = [(categories, isNegated)]
  }

  mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }
  mutating func insert(_ set: ScalarSet) { subsets.append(set) }

  func contains(_ scalar: UInt32) -> Bool {
    var found = holds(scalar)
    if ignoresCase && !found {
      found = CaseFolding.variants(of: scalar).contains { holds($0) }
    }
    return found != isNegated
  }

  private func holds(_ scalar: UInt32) -> Bool {
    for range in ranges where range.contains(scalar) { return true }
    for subset in subsets where subset.contains(scalar) { return true }
    guard !categories.isEmpty, let known = Unicode.Scalar(scalar) else { return false }
    let category = known.properties.generalCategory
    return categories.contains { $0.members.contains(category) != $0.isNegated }
  }
}

/// Simple case folding.
enum CaseFolding {
  /// One form for all cases of a letter.
  static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar + 0x20 : scalar }
    return lower(upper(scalar))
  }

  /// The other cases of a scalar.
  static func variants(of scalar: UInt32) -> [UInt32] {
    [lower(scalar), upper(scalar), fold(scalar)]
  }

  private static func lower(_ scalar: UInt32) -> UInt32 {
    single(scalar) { $0.properties.lowercaseMapping }
  }

  private static func upper(_ scalar: UInt32) -> UInt32 {
    single(scalar) { $0.properties.uppercaseMapping }
  }

  /// The mapping when it is one scalar; those of several are not simple.
  private static func single(_ scalar: UInt32, _ map: (Unicode.Scalar) -> String) -> UInt32 {
    guard let known = Unicode.Scalar(scalar) else { return scalar }
    let mapped = map(known).unicodeScalars
    guard let first = mapped.first, mapped.count == 1 else { return scalar }
    return first.value
  }
}
