/// The classes of scalars that patterns know by name.
enum NamedClasses {
  static let digit = ScalarSet([0x30...0x39])
  static let space = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  /// `\d` and the like by their letter; the upper-case letter is the complement.
  static func perl(_ letter: UInt32) -> ScalarSet? {
    var set: ScalarSet
    switch letter | 0x20 {
    case 0x64: set = digit
    case 0x73: set = space
    case 0x77: set = word
    default: return nil
    }
    set.isNegated = letter & 0x20 == 0
    return set
  }

  /// The name between `[:` and `:]`, perhaps with `^` in front.
  static func posix(_ name: String) -> ScalarSet? {
    let isNegated = name.hasPrefix("^")
    return posixRanges[isNegated ? String(name.dropFirst()) : name].map {
      ScalarSet($0, isNegated: isNegated)
    }
  }

  private static let posixRanges: [String: [ClosedRange<UInt32>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A],
    "alpha": [0x41...0x5A, 0x61...0x7A],
    "ascii": [0x00...0x7F],
    "blank": [0x09...0x09, 0x20...0x20],
    "cntrl": [0x00...0x1F, 0x7F...0x7F],
    "digit": [0x30...0x39],
    "graph": [0x21...0x7E],
    "lower": [0x61...0x7A],
    "print": [0x20...0x7E],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
    "space": [0x09...0x0D, 0x20...0x20],
    "upper": [0x41...0x5A],
    "word": [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A],
    "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]

  /// The name after `\p`: a general category or a script.
  static func unicode(_ name: String, isNegated: Bool) -> ScalarSet? {
    if name == "Any" { return ScalarSet([0...0x10FFFF], isNegated: isNegated) }
    if let ranges = Scripts.ranges[name] { return ScalarSet(ranges, isNegated: isNegated) }
    let members = categories.filter { $0.key.hasPrefix(name) && name.count <= 2 }
    guard !members.isEmpty else { return nil }
    return ScalarSet(Set(members.values), isNegated: isNegated)
  }

  private static let categories: [String: Unicode.GeneralCategory] = [
    "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter,
    "Lm": .modifierLetter, "Lo": .otherLetter,
    "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark,
    "Nd": .decimalNumber, "Nl": .letterNumber, "No": .otherNumber,
    "Pc": .connectorPunctuation, "Pd": .dashPunctuation, "Ps": .openPunctuation,
    "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
    "Po": .otherPunctuation,
    "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol,
    "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator,
    "Cc": .control, "Cf": .format, "Cs": .surrogate, "Co": .privateUse, "Cn": .unassigned,
  ]
}
