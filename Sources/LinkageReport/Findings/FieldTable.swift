import LinkageCore
import Values

/// The fields that one entity has differently on several platforms: a row each, a column for each
/// read.
struct FieldTable {
  let facts: FindingFacts
  let language: Language

  /// The names of the columns, then a line for each field.
  var lines: [String] {
    let words = language.findingWords
    let fields = facts.group.shown.compactMap(field)
    let rows = fields.map { [VisibleText.line($0.name)] + cells($0) }
    let head = [words.fieldColumn] + reads.map(VisibleText.line)
    let alignments = [TextTable.Alignment](repeating: .left, count: head.count)
    return TextTable(alignments: alignments, rows: [head] + rows).lines
  }

  /// `points: web int 100, mini int 50; level: …`
  var text: String {
    let colon = language.messageWords.colon
    let rows = facts.group.shown.compactMap(field).map { field in
      let values = zip(reads, cells(field)).map { "\($0) \($1)" }
      return field.name + colon + values.joined(separator: language.messageWords.comma)
    }
    return rows.joined(separator: language.messageWords.semicolon)
  }

  /// Columns that all values of a row share.
  private static let room = 72

  private var reads: [String] { facts.reads }

  private struct Compared {
    var name: String
    var condition: Condition?
  }

  private func field(_ finding: Finding) -> Compared? {
    guard let position = finding.expectation,
      facts.step.expectations.indices.contains(position),
      let name = facts.step.expectations[position].field
    else { return nil }
    return Compared(name: name, condition: finding.condition)
  }

  private func cells(_ field: Compared) -> [String] {
    let widest = max(12, Self.room / max(1, reads.count) - 2)
    let texts = reads.map { value(of: field, read: $0) }
    let cut = texts.map { Columns.cut($0, to: widest) }
    // What differs only behind the cut is shown from shortly before it differs.
    guard Set(cut).count == 1, Set(texts).count > 1 else { return cut }
    let common = texts.dropFirst().reduce(texts[0]) { $0.commonPrefix(with: $1) }.count
    return texts.map { Columns.cut("…" + $0.dropFirst(max(0, common - 8)), to: widest) }
  }

  /// As the condition saw it, else as it was captured.
  private func value(of field: Compared, read: String) -> String {
    let words = language.findingWords
    let wanted = "out.\(read).\(field.name)"
    if let part = field.condition?.parts.first(where: { $0.text == wanted }), part.type != nil {
      return ValueText.whole(part.value)
    }
    guard let value = facts.completion?.output[read]?[field.name] else { return words.absent }
    return ValueText.whole(value)
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    var end = startIndex
    for (mine, theirs) in zip(indices, other.indices) {
      if self[mine] != other[theirs] { break }
      end = index(after: mine)
    }
    return String(self[..<end])
  }
}
