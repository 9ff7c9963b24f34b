/// Names that are wanted and names that are not, as in `--tag smoke,!slow`.
struct NameFilter {
  let wanted: [String]
  let unwanted: [String]

  init(_ arguments: [String]) {
    let names = arguments.flatMap { $0.split(separator: ",") }
      .map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty && $0 != "!" }
    wanted = names.filter { !$0.hasPrefix("!") }
    unwanted = names.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }
  }

  /// Whether one of the names is wanted, or none is asked for, and no unwanted one among them.
  func takes(_ names: [String]) -> Bool {
    let names = Set(names.map { $0.lowercased() })
    let isWanted = wanted.isEmpty || wanted.contains { names.contains($0.lowercased()) }
    return isWanted && !unwanted.contains { names.contains($0.lowercased()) }
  }

  /// As it was written.
  var text: [String] { wanted + unwanted.map { "!" + $0 } }
}
