/// The body of `PATCH /api/staff/theme`: what is absent stays.
struct ThemePatch: Sendable, Decodable {
  let primaryColor: String?
  let primaryColorDark: String?
  let textColor: String?
  let backgroundColor: String?
  let cornerRadius: Int?
  let bodyFont: String?
  let headingFont: String?
  let logo: String?

  private var colors: [(field: String, text: String?)] {
    [
      ("primaryColor", primaryColor), ("primaryColorDark", primaryColorDark),
      ("textColor", textColor), ("backgroundColor", backgroundColor),
    ]
  }

  private var fonts: [(field: String, text: String?)] {
    [("bodyFont", bodyFont), ("headingFont", headingFont)]
  }

  func check() throws(InvalidRequest) {
    let texts = (colors + fonts).compactMap { $0.text }
    guard !texts.isEmpty || cornerRadius != nil || logo != nil else {
      let fields =
        "an object with any of "
        + "\((colors + fonts).map { $0.field }.joined(separator: ", ")), cornerRadius and logo"
      throw InvalidRequest(field: "", reason: .outside(fields))
    }
    for (field, text) in colors { if let text { try ThemeText.check(color: text, field: field) } }
    for (field, text) in fonts { if let text { try ThemeText.check(fonts: text, field: field) } }
    if let cornerRadius { try ThemeText.check(radius: cornerRadius, field: "cornerRadius") }
    if let logo { try ThemeText.check(logo: logo, field: "logo") }
  }

  func applied(to theme: Theme) -> Theme {
    var changed = theme
    changed.primaryColor = primaryColor ?? theme.primaryColor
    changed.primaryColorDark = primaryColorDark ?? theme.primaryColorDark
    changed.textColor = textColor ?? theme.textColor
    changed.backgroundColor = backgroundColor ?? theme.backgroundColor
    changed.cornerRadius = cornerRadius ?? theme.cornerRadius
    changed.bodyFont = bodyFont ?? theme.bodyFont
    changed.headingFont = headingFont ?? theme.headingFont
    changed.logo = logo ?? theme.logo
    return changed
  }
}
