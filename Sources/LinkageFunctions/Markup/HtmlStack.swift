/// The elements that are open, the root first.
struct HtmlStack {
  struct Entry {
    var node: Int
    /// Stands for the name: comparing numbers is cheap.
    var number: Int
    var names: HtmlNames
  }

  private(set) var entries: [Entry] = []
  private var numbers: [String: Int] = [:]
  /// How many elements of each name are open.
  private var counts: [Int] = []

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }
  var first: Int? { entries.first?.node }
  var last: Int? { entries.last?.node }
  var lastNames: HtmlNames { entries.last?.names ?? [] }

  mutating func push(_ node: Int, name: String) {
    let number = number(of: name)
    counts[number] += 1
    entries.append(Entry(node: node, number: number, names: HtmlNames(of: name)))
  }

  mutating func cut(to count: Int) {
    while entries.count > count { counts[entries.removeLast().number] -= 1 }
  }

  mutating func remove(at index: Int) {
    counts[entries.remove(at: index).number] -= 1
  }

  mutating func remove(node: Int) {
    if let index = entries.lastIndex(where: { $0.node == node }) { remove(at: index) }
  }

  func contains(_ name: String) -> Bool {
    numbers[name].map { counts[$0] > 0 } ?? false
  }

  /// The outermost element of these inside of the nearest barrier; never the root.
  func outermost(_ ending: HtmlRules.Ending) -> Int? {
    var found: Int?
    for index in entries.indices.dropFirst().reversed() {
      let names = entries[index].names
      if !names.isDisjoint(with: ending.names) { found = index }
      if !names.isDisjoint(with: ending.barriers) { break }
    }
    return found
  }

  /// What the end tag of this name ends: the place, and whether blocks above it stay open.
  func ended(by name: String) -> (index: Int, keepsAbove: Bool)? {
    guard let number = numbers[name], counts[number] > 0 else { return nil }
    let barriers = HtmlRules.barriers(toEndOf: name)
    let isBlock = HtmlNames(of: name).contains(.block)
    var crossed = false
    for index in entries.indices.dropFirst().reversed() {
      let entry = entries[index]
      if entry.number == number { return (index, crossed) }
      guard entry.names.isDisjoint(with: barriers) else { return nil }
      guard entry.names.contains(.block), !isBlock else { continue }
      guard HtmlRules.formatting.contains(name) else { return nil }
      crossed = true
    }
    return nil
  }

  private mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = counts.count
    counts.append(0)
    return counts.count - 1
  }
}
