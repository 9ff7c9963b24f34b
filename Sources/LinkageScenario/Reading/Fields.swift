import LinkageCore
import Values

/// The keys of a mapping whose keys are known beforehand.
struct Fields {
  let node: YAMLNode
  let owner: String
  let reader: NodeReader
  private var entries: [String: YAMLEntry] = [:]
  /// Known keys that an unknown one may have meant: that they are missing needs no second message.
  private var suggested: Set<String> = []

  /// Reports a node that is no mapping, and unknown and repeated keys.
  ///
  /// - Parameter elsewhere: keys that belong to something else, with what that is.
  init?(
    _ node: YAMLNode?, _ owner: String, keys: [String], elsewhere: [String: String] = [:],
    reader: NodeReader
  ) {
    guard let node, let entries = reader.entries(node, owner) else { return nil }
    self.node = node
    self.owner = owner
    self.reader = reader
    if node.value("<<") != nil { suggested.formUnion(keys) }
    for entry in entries {
      guard let key = entry.key.scalarText else { continue }
      if keys.contains(key) {
        self.entries[key] = entry
      } else if let home = elsewhere[key] {
        reader.report(.misplacedKey(key: key, owner: owner, home: home), at: entry.key)
      } else {
        unknown(key, entry.key, keys)
      }
    }
  }

  private mutating func unknown(_ key: String, _ node: YAMLNode, _ keys: [String]) {
    if reader.isFullWidth(node) {
      suggested.formUnion(keys)
      return
    }
    let nearest = Nearest.name(to: key, among: keys)
    if let nearest { suggested.insert(nearest) }
    reader.report(.unknownKey(key: key, owner: owner, nearest: nearest, known: keys), at: node)
  }

  /// The value of a key; `nil` when it is not there.
  subscript(key: String) -> YAMLNode? { entries[key]?.value }

  func has(_ key: String) -> Bool { entries[key] != nil }
  func key(_ key: String) -> YAMLNode? { entries[key]?.key }

  /// Where to point for a key: at its value, or at the key when nothing follows it.
  func target(_ key: String) -> YAMLNode {
    guard let entry = entries[key] else { return node }
    return entry.value.isAbsent ? entry.key : entry.value
  }

  /// The value of a key that must be there.
  func required(_ key: String) -> YAMLNode? {
    if let value = self[key] { return value }
    missing(key)
    return nil
  }

  /// Whether one of these keys was probably meant by an unknown one.
  func isMeant(_ keys: [String]) -> Bool { !suggested.isDisjoint(with: keys) }

  /// Reports a key that is not there, unless it, or one that would do as well, was mistyped.
  func missing(_ key: String, or others: [String] = []) {
    guard suggested.isDisjoint(with: others + [key]) else { return }
    reader.report(.missingKey(key: key, owner: owner), at: node)
  }

  func missing(anyOf keys: [String]) {
    guard suggested.isDisjoint(with: keys) else { return }
    reader.report(.missingKey(key: keys.joined(separator: " | "), owner: owner), at: node)
  }

  func text(_ key: String) -> String? { reader.text(self[key], key) }
  func flag(_ key: String) -> Bool? { reader.flag(self[key], key) }
  func duration(_ key: String) -> Nanoseconds? { reader.duration(self[key], key) }
  func texts(_ key: String, single: Bool = false) -> [NodeReader.Named] {
    reader.texts(self[key], key, single: single)
  }
}

extension NodeReader {
  /// The entries of a mapping, each key once and a scalar; `nil` when the node is none.
  func entries(_ node: YAMLNode, _ owner: String) -> [YAMLEntry]? {
    guard case .mapping(let all) = node.content else {
      wrongType(node, owner, expected: "mapping")
      return nil
    }
    var seen: Set<String> = []
    return CommaTrap.reported(in: all, by: self).filter { entry in
      guard let key = entry.key.scalarText else {
        wrongType(entry.key, owner, expected: "string")
        return false
      }
      guard key != "<<" || !entry.key.isPlainScalar else {
        report(.unknownKey(key: key, owner: owner, nearest: nil, known: []), at: entry.key)
        return false
      }
      if !seen.insert(key).inserted { report(.duplicateKey(key: key), at: entry.key) }
      return true
    }
  }
}

extension YAMLNode {
  var isPlainScalar: Bool {
    if case .scalar(let scalar) = content { scalar.isPlain } else { false }
  }
}
