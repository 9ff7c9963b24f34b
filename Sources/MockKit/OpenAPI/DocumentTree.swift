/// A document as data, its fields in the order in which they were written.
package indirect enum DocumentTree: Sendable, Equatable {
  case map([Field])
  case list([DocumentTree])
  case text(String)
  /// A number, a truth value or null, as JSON writes it.
  case literal(String)

  package struct Field: Sendable, Equatable {
    package let name: String
    package var value: DocumentTree
  }

  package var fields: [Field] {
    if case .map(let fields) = self { return fields }
    return []
  }

  package var items: [DocumentTree] {
    if case .list(let items) = self { return items }
    return []
  }

  package var string: String? {
    switch self {
    case .text(let text), .literal(let text): text
    case .map, .list: nil
    }
  }

  /// Reading a field that is not there gives nothing; setting one to nothing removes it.
  package subscript(_ name: String) -> DocumentTree? {
    get { fields.first { $0.name == name }?.value }
    set {
      var fields = fields
      let index = fields.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): fields[index].value = value
      case (let index?, nil): fields.remove(at: index)
      case (nil, let value?): fields.append(Field(name: name, value: value))
      case (nil, nil): break
      }
      self = .map(fields)
    }
  }

  package subscript(path names: String...) -> DocumentTree? {
    names.reduce(self as DocumentTree?) { $0?[$1] }
  }

  /// What a local reference such as `#/components/schemas/Order` means.
  package func resolve(_ reference: String) -> DocumentTree? {
    let names = reference.dropFirst(2).split(separator: "/").map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
    return names.reduce(self as DocumentTree?) { $0?[$1] }
  }

  /// The same with another document's fields: maps are joined, lists continued, the rest replaced.
  package func joined(with other: DocumentTree) -> DocumentTree {
    switch (self, other) {
    case (.map, .map):
      return other.fields.reduce(into: self) { result, field in
        result[field.name] = result[field.name]?.joined(with: field.value) ?? field.value
      }
    case (.list(let own), .list(let more)): return .list(own + more)
    default: return other
    }
  }
}
