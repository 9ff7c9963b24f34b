import LinkageCore

/// What a filled form sends (HTML standard, section 4.10.22.4).
enum EntryList {
  static func fields(of controls: [FormControl], submitter: Int?) -> [WebForm.Field] {
    var fields: [WebForm.Field] = []
    for (index, control) in controls.enumerated() where !control.isDisabled {
      if control.isButton {
        guard index == submitter else { continue }
        fields += pressed(control)
        continue
      }
      guard !control.name.isEmpty else { continue }
      var isFile = false
      if case .file = control.kind { isFile = true }
      fields += control.values.map { field(control.name, $0, isFile: isFile) }
      if let name = control.directionName, !name.isEmpty, !control.values.isEmpty {
        fields.append(field(name, "ltr"))
      }
    }
    return fields
  }

  /// An image sends where it was clicked.
  private static func pressed(_ control: FormControl) -> [WebForm.Field] {
    if case .image = control.kind {
      let prefix = control.name.isEmpty ? "" : control.name + "."
      return [field(prefix + "x", "0"), field(prefix + "y", "0")]
    }
    guard !control.name.isEmpty else { return [] }
    return control.choices.map { field(control.name, $0.value) }
  }

  private static func field(_ name: String, _ value: String, isFile: Bool = false) -> WebForm.Field
  {
    WebForm.Field(name: withLineEnds(name), value: withLineEnds(value), isFile: isFile)
  }

  /// Every line end as CR LF.
  private static func withLineEnds(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: bytes += [0x0D, 0x0A]
      default: bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
