/// An entity tag as a request names it.
struct AskedTag: Sendable, Equatable {
  let opaque: String
  let isWeak: Bool
}

/// What `If-Match` or `If-None-Match` holds.
enum AskedTags: Sendable, Equatable {
  /// `*`: whatever there is.
  case any
  /// Members of the list that are no entity tags are left out: they match nothing.
  case these([AskedTag])

  init(_ text: String) {
    var rest = text[...].drop { $0 == " " || $0 == "\t" }
    if rest == "*" {
      self = .any
      return
    }
    var tags: [AskedTag] = []
    while !rest.isEmpty {
      if let tag = Self.next(in: &rest) { tags.append(tag) }
    }
    self = .these(tags)
  }

  func contains(where isMeant: (AskedTag) -> Bool) -> Bool {
    switch self {
    case .any: true
    case .these(let tags): tags.contains(where: isMeant)
    }
  }

  /// Takes one member of the list; a comma within the quotes belongs to the tag.
  private static func next(in rest: inout Substring) -> AskedTag? {
    rest = rest.drop { $0 == "," || $0 == " " || $0 == "\t" }
    let isWeak = rest.hasPrefix("W/")
    let quoted = isWeak ? rest.dropFirst(2) : rest
    guard quoted.first == "\"", let end = quoted.dropFirst().firstIndex(of: "\"") else {
      rest = rest.drop { $0 != "," }
      return nil
    }
    rest = quoted[end...].dropFirst()
    return AskedTag(opaque: String(quoted[..<end].dropFirst()), isWeak: isWeak)
  }
}
