extension ShopChange {
  /// What is as it was already is not told.
  func restyle(_ theme: Theme, _ patch: ThemePatch) throws -> Theme {
    var changed = patch.applied(to: theme)
    guard changed != theme else { return theme }
    changed.version += 1
    try Themes.put(changed, in: database)
    try publish(.themeChanged, of: "theme", lane: "theme", changed)
    return changed
  }
}

extension LinkApplier {
  func take(_ theme: Theme) throws {
    try Themes.put(try drifted(theme), in: database)
  }
}
