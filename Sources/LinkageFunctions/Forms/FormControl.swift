/// An input, select, text area or button of a form, with what it would send.
struct FormControl {
  enum Kind {
    /// Anything whose value is text, hidden inputs too.
    case text
    case checkbox, radio
    case select(isMultiple: Bool)
    case file
    /// A button that submits.
    case button
    case image
  }

  struct Choice {
    var value: String
    /// What a person reads; a select's options may be asked for by it.
    var label: String
  }

  var kind: Kind
  /// Empty where it has none: then it sends nothing.
  var name: String
  /// What may be chosen: the one value of a box or button, a select's options.
  var choices: [Choice] = []
  /// What it sends; nothing for a box that is not checked.
  var values: [String] = []
  var isDisabled: Bool
  /// The name under which the direction of its text is sent.
  var directionName: String?
  /// A button's own action, method and encoding.
  var tag: MarkupTag

  var isButton: Bool {
    switch kind {
    case .button, .image: true
    default: false
    }
  }

  var isBox: Bool {
    switch kind {
    case .checkbox, .radio: true
    default: false
    }
  }

  var isRadio: Bool {
    if case .radio = kind { true } else { false }
  }
}
