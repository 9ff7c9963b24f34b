import LinkageCore
import Values

/// Gives a form's controls the values that were asked for.
struct FormFilling {
  private(set) var controls: [FormControl]
  /// The button that submits: one that was asked for, else the first.
  private(set) var submitter: Int?

  init(_ controls: [FormControl]) {
    self.controls = controls
    submitter = controls.firstIndex { $0.isButton && !$0.isDisabled }
  }

  mutating func fill(_ field: FormRequest.Field) throws(FormProblem) {
    let named = controls.indices.filter { controls[$0].name == field.name && !field.name.isEmpty }
    guard !named.isEmpty else { throw unknown(field.name) }
    let enabled = named.filter { !controls[$0].isDisabled }
    guard !enabled.isEmpty else { throw .disabledField(name: field.name) }
    guard !field.values.isEmpty else {
      for index in enabled { controls[index].clear() }
      return
    }
    var rest = field.values
    try check(boxes: enabled.filter { controls[$0].isBox }, &rest)
    choose(enabled, &rest)
    write(enabled, &rest)
    press(enabled, &rest)
    if let left = rest.first { throw leftOver(left, field, enabled) }
  }

  // MARK: each kind of control

  private mutating func check(boxes: [Int], _ rest: inout [String]) throws(FormProblem) {
    guard !boxes.isEmpty else { return }
    let known = Set(boxes.flatMap { controls[$0].choices.map(\.value) })
    if rest == ["true"], !known.contains("true"), boxes.count == 1 {
      rest = controls[boxes[0]].choices.map(\.value)
    } else if rest == ["false"], !known.contains("false") {
      rest = []
    }
    let wanted = rest.filter { known.contains($0) }
    let radios = boxes.filter { controls[$0].isRadio }
    guard radios.isEmpty || wanted.count <= 1 else {
      let name = controls[boxes[0]].name
      throw .tooManyValues(field: name, given: wanted.count, possible: 1)
    }
    for index in boxes {
      let values = controls[index].choices.map(\.value)
      controls[index].values = values.filter { wanted.contains($0) }
    }
    keepFirst(radios)
    rest.removeAll { known.contains($0) }
  }

  /// Two radio buttons of one value: the first is the one that is meant.
  private mutating func keepFirst(_ radios: [Int]) {
    for index in radios.filter({ !controls[$0].values.isEmpty }).dropFirst() {
      controls[index].values = []
    }
  }

  private mutating func choose(_ indices: [Int], _ rest: inout [String]) {
    for index in indices {
      guard case .select(let isMultiple) = controls[index].kind else { continue }
      var chosen: [String] = []
      var left: [String] = []
      for text in rest {
        if isMultiple || chosen.isEmpty, let value = controls[index].option(text) {
          chosen.append(value)
        } else {
          left.append(text)
        }
      }
      if !chosen.isEmpty {
        // Sent in the order of the page.
        controls[index].values = controls[index].choices.map(\.value).filter(chosen.contains)
        rest = left
      }
    }
  }

  private mutating func write(_ indices: [Int], _ rest: inout [String]) {
    for index in indices where !rest.isEmpty {
      if case .text = controls[index].kind { controls[index].values = [rest.removeFirst()] }
    }
  }

  private mutating func press(_ indices: [Int], _ rest: inout [String]) {
    let buttons = indices.filter { controls[$0].isButton }
    guard let text = rest.first, rest.count == 1 else { return }
    let pressed =
      buttons.first { controls[$0].choices.contains { $0.value == text } }
      ?? (buttons.count == 1 && text == "true" ? buttons[0] : nil)
    guard let pressed else { return }
    submitter = pressed
    rest = []
  }

  // MARK: problems

  private func unknown(_ name: String) -> FormProblem {
    var seen: Set<String> = []
    let known = controls.filter { !$0.isDisabled && !$0.name.isEmpty }.map(\.name)
      .filter { seen.insert($0).inserted }
    return .unknownField(
      name: name, nearest: Nearest.name(to: name, among: known.prefix(1000)),
      known: Array(known.prefix(FormReader.listed)))
  }

  private func leftOver(
    _ value: String, _ field: FormRequest.Field, _ indices: [Int]
  ) -> FormProblem {
    let isFile = indices.contains { index in
      if case .file = controls[index].kind { true } else { false }
    }
    if isFile { return .fileField(name: field.name) }
    let known = indices.flatMap { controls[$0].choices.map(\.value) }
    if known.isEmpty || Set(known).isSuperset(of: field.values) {
      let possible = field.values.count - 1
      let texts = indices.count { index in
        if case .text = controls[index].kind { true } else { false }
      }
      return .tooManyValues(
        field: field.name, given: field.values.count, possible: known.isEmpty ? texts : possible)
    }
    return .unknownOption(
      field: field.name, value: value, known: Array(known.prefix(FormReader.listed)))
  }
}

extension FormControl {
  /// Sends nothing any more; a button may still submit.
  fileprivate mutating func clear() {
    values = []
    choices = isButton ? [] : choices
  }

  /// The value of the option that is meant: by its value, else by what a person reads.
  fileprivate func option(_ text: String) -> String? {
    (choices.first { $0.value == text } ?? choices.first { $0.label == text })?.value
  }
}
