/// A map that keeps the order in which its keys were first set.
///
/// CEL allows `bool`, `int`, `uint` and `string` as keys. Numbers are one key when they are the same
/// number, whatever their type: `1`, `1u` and `1.0` find the same entry. Equality ignores the order.
public struct ValueMap: Sendable {
  public typealias Element = (key: Value, value: Value)

  /// Up to this many entries are found by looking through them, which beats hashing.
  static let scanLimit = 16

  private(set) var entries: [Element] = []
  /// From a key's canonical form to its place; empty while the map is small enough to scan.
  private var index: [Value: Int] = [:]

  public init() {}

  /// Takes the pairs in order; of two with the same key the last one's value stays.
  public init(_ pairs: some Sequence<(Value, Value)>) {
    entries.reserveCapacity(pairs.underestimatedCount)
    for (key, value) in pairs { self[key] = value }
  }

  /// Takes pairs of which no two have the same key, without looking.
  package init(distinct pairs: [(Value, Value)]) {
    entries = pairs.map { (key: $0, value: $1) }
    if entries.count > Self.scanLimit { rebuildIndex() }
  }

  public var count: Int { entries.count }
  public var isEmpty: Bool { entries.isEmpty }
  public var keys: [Value] { entries.map(\.key) }
  public var values: [Value] { entries.map(\.value) }

  /// Setting nil removes the entry, which costs time in proportion to the map's size.
  public subscript(_ key: Value) -> Value? {
    get { place(of: key).map { entries[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): entries[place].value = value
      case (nil, let value?): append(key, value)
      case (let place?, nil): remove(at: place)
      case (nil, nil): break
      }
    }
  }

  public subscript(_ key: String) -> Value? {
    get { place(of: key).map { entries[$0].value } }
    set { self[.string(key)] = newValue }
  }

  package mutating func reserveCapacity(_ capacity: Int) {
    entries.reserveCapacity(capacity)
  }

  /// The position of a key in the order of the entries.
  private func place(of key: Value) -> Int? {
    if case .string(let text) = key { return place(of: text) }
    let canonical = key.canonicalKey
    guard index.isEmpty else { return index[canonical] }
    return entries.firstIndex { $0.key.canonicalKey == canonical }
  }

  private func place(of text: String) -> Int? {
    guard index.isEmpty else { return index[.string(text)] }
    return entries.firstIndex {
      if case .string(let other) = $0.key { other.isSameText(as: text) } else { false }
    }
  }

  private mutating func append(_ key: Value, _ value: Value) {
    entries.append((key, value))
    if !index.isEmpty {
      index[key.canonicalKey] = entries.count - 1
    } else if entries.count > Self.scanLimit {
      rebuildIndex()
    }
  }

  private mutating func remove(at place: Int) {
    entries.remove(at: place)
    if !index.isEmpty { rebuildIndex() }
  }

  private mutating func rebuildIndex() {
    index.removeAll(keepingCapacity: true)
    guard entries.count > Self.scanLimit else { return }
    index.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() { index[entry.key.canonicalKey] = place }
  }
}

extension ValueMap: Sequence {
  public var underestimatedCount: Int { entries.count }
  public func makeIterator() -> IndexingIterator<[Element]> { entries.makeIterator() }
}

extension ValueMap: Hashable {
  public static func == (left: ValueMap, right: ValueMap) -> Bool {
    Value.map(left) == .map(right)
  }

  /// Adds the pairs of the values under the same keys; false when the keys differ.
  func addPairs(with other: ValueMap, to pairs: inout [(Value, Value)]) -> Bool {
    guard count == other.count else { return false }
    for (key, value) in self {
      guard let match = other[key] else { return false }
      pairs.append((value, match))
    }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (key, value) in self {
      var entry = Hasher()
      entry.combine(key.canonicalKey)
      value.hashShallowly(into: &entry)
      sum &+= entry.finalize()
    }
    hasher.combine(sum)
  }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (Value, Value)...) { self.init(elements) }
}

extension Value {
  /// One form for all numbers that are the same map key.
  var canonicalKey: Value {
    switch self {
    case .uint(let number): Int64(exactly: number).map(Value.int) ?? self
    case .double(let number):
      Int64(exactly: number).map(Value.int) ?? UInt64(exactly: number).map(Value.uint) ?? self
    default: self
    }
  }
}
