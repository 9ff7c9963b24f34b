import LinkageCore

/// The steps of a scenario or flow as they stand in its file, with an id each.
struct StepList {
  private(set) var items: [StepItem] = []
  /// The ids that expressions may name, in the file's order.
  private(set) var names: [String] = []
  private var nameSet: Set<String> = []

  init(_ fields: Fields, _ expressions: ExpressionReader) {
    let reader = expressions.reader
    let items = StepItems(expressions: expressions)
    if let steps = fields.required("steps") {
      self.items = items.items(reader.list(steps, "steps"), isFinally: false)
      if self.items.isEmpty, case .list = steps.content {
        reader.report(
          .invalidValue(owner: "steps", found: "[]", expected: "- do: web.register"), at: steps)
      }
    }
    if let last = fields["finally"], !last.isAbsent {
      self.items += items.items(reader.list(last, "finally"), isFinally: true)
    }
    names = all.filter { $0.idNode != nil }.map(\.id)
    nameSet = Set(names)
  }

  /// Every step, also those that run together.
  var all: [StepItem] { items.flatMap(\.all) }

  /// Whether a step has this id.
  func has(_ name: String) -> Bool { nameSet.contains(name) }
}
