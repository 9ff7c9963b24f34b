import CEL
import LinkageCore

/// The transitions of statuses that a journey goes through: it expects one of a thing, and later the
/// next one of the same thing.
struct StatusEvidence {
  private(set) var claims: Set<Claim> = []

  init(_ journey: Journey) {
    for entity in journey.entities {
      for field in entity.fields where !field.flow.isEmpty {
        follow(field, of: entity, journey.acts)
      }
    }
  }

  /// What is known of one thing.
  private struct Known {
    var status: String?
    /// How often it was changed since.
    var changes = 0
  }

  private mutating func follow(_ field: Field, of entity: Contract.Entity, _ acts: [Act]) {
    let flow = StatusPaths(field.flow)
    // Shown to whoever asks, it is the asker's own.
    let isOwn = acts.contains {
      $0.shows(field.name, of: entity.name) && !$0.operation.takes(entity.key)
    }
    var things: [String: Known] = [:]
    for act in acts where act.operation.concerns(entity.name) {
      let isAsker = isOwn && !act.operation.takes(entity.key)
      let thing = isAsker ? "as \(act.step.actor ?? "")" : act.thing(entity.key)
      let isNew = thing.map { things[$0] == nil } ?? false
      var known = thing.flatMap { things[$0] } ?? Known()
      if act.changes(entity.name) { known.changes += 1 }
      if act.mayHappen, let status = ExpectedText.of(field.name, in: act.step) {
        let makesIt = isNew && act.operation.isWrite && act.given(entity.key) == nil
        let path =
          makesIt ? [] : flow.path(from: known.status, to: status, changes: known.changes)
        for (from, to) in zip(path, path.dropFirst()) {
          claims.insert(Claim(entity.name, .flow(field: field.name, from: from, to: to)))
        }
        known = Known(status: status)
      }
      if let thing { things[thing] = known }
    }
  }
}

extension Operation {
  fileprivate func concerns(_ entity: String) -> Bool {
    reads.contains(entity) || writes.contains(entity)
  }

  fileprivate func takes(_ input: String) -> Bool { inputs.contains { $0.name == input } }
}

/// The text that a step's conditions say a field is: `out.status == 'paid'`.
enum ExpectedText {
  static func of(_ field: String, in step: Step) -> String? {
    let conditions = (step.sync?.until ?? []) + step.expect
    return conditions.lazy.compactMap { text(of: field, in: $0.expression) }.first
  }

  private static func text(of field: String, in expression: Expression) -> String? {
    let source = expression.source
    // What holds only under another condition says nothing.
    guard !source.contains("||"), !source.contains("?") else { return nil }
    let bytes = Array(source.utf8)
    return expression.references.lazy.filter { reference in
      let path = reference.path
      return path.first == "out" && path.last == field && (2...3).contains(path.count)
    }.compactMap { literal(after: $0.range.upperBound, in: bytes) }.first
  }

  /// `'paid'` of ` == 'paid'`.
  private static func literal(after offset: Int, in bytes: [UInt8]) -> String? {
    let rest = bytes[offset...].drop { $0 == 0x20 }
    guard rest.starts(with: "==".utf8) else { return nil }
    let value = rest.dropFirst(2).drop { $0 == 0x20 }
    guard let quote = value.first, [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(quote) else {
      return nil
    }
    let text = value.dropFirst().prefix { $0 != quote }
    return text.contains(UInt8(ascii: "\\")) ? nil : String(decoding: text, as: UTF8.self)
  }
}
