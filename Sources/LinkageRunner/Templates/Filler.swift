import CEL
import LinkageCore
import Values

/// Why a template or expression has no value, with its place.
struct FillFailure: Error, Equatable {
  var problem: String
  var place: Place
}

/// Fills in the `${ … }` of templates.
struct Filler: Sendable {
  var scope: Scope
  /// Optional inputs that were not given, as `with.note` and `inputs.note`: what asks for one of
  /// them alone is left out.
  var absent: Set<String> = []

  func value(_ template: Template) throws(FillFailure) -> Value {
    switch template {
    case .constant(let value): return value
    case .value(let located): return try evaluate(located)
    case .text(let pieces): return .string(try text(pieces) { $0 })
    case .list(let items): return .list(try list(items))
    case .map(let entries): return .map(try map(entries))
    }
  }

  func string(_ template: Template) throws(FillFailure) -> String {
    Self.plain(try value(template))
  }

  /// A path: each value among the text becomes one segment.
  func path(_ template: Template) throws(FillFailure) -> String {
    if case .text(let pieces) = template { return try text(pieces) { PercentEncoding.encode($0) } }
    return try string(template)
  }

  /// Entries in order; one that asks for an absent optional is left out.
  func map(_ entries: [Template.Entry]) throws(FillFailure) -> ValueMap {
    var map = ValueMap()
    for entry in entries where !isAbsent(entry.value) {
      map[.string(entry.key)] = try value(entry.value)
    }
    return map
  }

  func pairs(_ entries: [Template.Entry]) throws(FillFailure) -> [(name: String, value: String)] {
    try map(entries).map { ($0.key.stringValue ?? "", Self.plain($0.value)) }
  }

  func evaluate(_ located: Located) throws(FillFailure) -> Value {
    do throws(EvaluationError) {
      return try located.expression.evaluate(in: scope)
    } catch {
      let why = SkippedStep.problem(with: located, in: scope) ?? error.message
      throw FillFailure(problem: "\(located.expression.source): \(why)", place: located.place)
    }
  }

  /// How a value stands inside a text: strings as they are, everything else as JSON.
  static func plain(_ value: Value) -> String {
    value.stringValue ?? value.json()
  }

  private func list(_ items: [Template]) throws(FillFailure) -> [Value] {
    var values: [Value] = []
    for item in items { values.append(try value(item)) }
    return values
  }

  private func text(
    _ pieces: [Template.Piece], _ encode: (String) -> String
  ) throws(FillFailure) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .value(let located): text += encode(Self.plain(try evaluate(located)))
      }
    }
    return text
  }

  /// Whether it asks for an absent optional alone.
  func isAbsent(_ template: Template) -> Bool {
    guard case .value(let located) = template, let reference = located.expression.references.first,
      reference.path.count == 2,
      reference.range.count == located.expression.source.utf8.count
    else { return false }
    return absent.contains(reference.path.joined(separator: "."))
  }
}
