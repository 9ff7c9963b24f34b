/// What may stand at a place of a file.
indirect enum ConfigShape: Sendable {
  struct Field: Sendable {
    let name: String
    let isNeeded: Bool
    let shape: ConfigShape

    init(_ name: String, _ shape: ConfigShape, isNeeded: Bool = false) {
      self.name = name
      self.shape = shape
      self.isNeeded = isNeeded
    }
  }

  /// A text that the check takes; the words say which.
  case text(FaultText, @Sendable (String) -> Bool)
  case choice([String])
  case flag
  case list(ConfigShape)
  case map([Field])

  static let anyText = ConfigShape.text(FaultText("a text", "文本")) { !$0.isEmpty }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) -> ConfigShape where Choice.RawValue == String {
    .choice(type.allCases.map(\.rawValue))
  }
}
