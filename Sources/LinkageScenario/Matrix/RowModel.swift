import CEL
import LinkageCore
import Values

/// A row of `matrix` while its scenario is read.
struct RowModel: Sendable {
  /// `nil` where the file's `matrix` could not be read: then nothing is said about `row`.
  var row: Row?
  var shape: Shape
  /// The names of the values that are secret.
  var secrets: Set<String> = []

  var values: ValueMap? { row?.values }

  static let unknown = RowModel(row: nil, shape: .any)
}

extension RowModel {
  /// The row as a title may tell it.
  var hidingSecrets: RowModel {
    var model = self
    for name in secrets { model.row?.values[.string(name)] = .string(Library.hidden) }
    return model
  }

  init(_ cells: [MatrixReader.Cell], label: String) {
    let values = cells.map { (Value.string($0.key), $0.value) }
    row = Row(label: label, values: ValueMap(values))
    shape = .members(
      Members(
        owner: .plain("row"), names: cells.map(\.key),
        shapes: Dictionary(cells.map { ($0.key, .value($0.value.knownType)) }) { $1 }))
    secrets = Set(cells.filter(\.isSecret).map(\.key))
  }
}
