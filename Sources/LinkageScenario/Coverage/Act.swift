import CEL
import LinkageCore
import Values

/// One operation of a journey, as far as can be told before it is done; each read of a parity is one.
struct Act {
  let step: Step
  let operation: Operation
  /// The steps that use the flows in which it stands: names inside mean something else outside.
  let path: String
  /// What the actor brings along.
  let fields: Set<String>

  var platform: String { operation.platform }

  /// Whether it may succeed.
  var mayHappen: Bool { step.fails == nil }

  func changes(_ entity: String) -> Bool {
    mayHappen && !operation.effects.isForgery && operation.writes.contains(entity)
  }

  func shows(_ field: String, of entity: String) -> Bool {
    mayHappen && !operation.isWrite
      && Shown.field(field, of: entity, by: operation.reads, operation.outputs)
  }

  /// Whether it is done again and again.
  var isRepeated: Bool { step.sync != nil || step.stays != nil }

  // MARK: What it is about

  /// What stands for the entity with that key in this journey; `nil` where nobody can tell.
  func thing(_ key: String) -> String? {
    if operation.inputs.contains(where: { $0.name == key }) { return given(key) }
    guard operation.outputs.contains(where: { $0.name == key }) else { return nil }
    return operation.isWrite ? "\(path)\(step.id).out.\(key)" : nil
  }

  /// What an input is given: the same text stands for the same value. `nil` where it is given none.
  func given(_ input: String) -> String? {
    if let entry = step.with.first(where: { $0.key == input }) { return text(of: entry.value) }
    return fields.contains(input) ? "\(step.actor ?? "").\(input)" : nil
  }

  private func text(of template: Template) -> String? {
    switch template {
    case .constant(.null): nil
    case .constant(let value): value.json()
    case .value(let located): path + text(of: located)
    case .text(let pieces): path + pieces.map(text).joined()
    case .list, .map: "\(path)#\(step.position)"
    }
  }

  private func text(of piece: Template.Piece) -> String {
    switch piece {
    case .literal(let text): text
    case .value(let located): "${\(text(of: located))}"
    }
  }

  /// What is made up is another value each time.
  private func text(of located: Located) -> String {
    let isMadeUp = located.expression.calledFunctions.contains {
      $0.qualifiedName?.hasPrefix("fake.") == true
    }
    return located.expression.source + (isMadeUp ? "#\(step.position)" : "")
  }
}
