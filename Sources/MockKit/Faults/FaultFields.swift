/// Reads the keys of an object one by one, and says of each wrong one what is expected.
struct FaultFields {
  private static let other = "something else"
  private static let object = FaultText("an object", "对象")
  private static let single = FaultText("a single value", "单个值")

  private let container: KeyedDecodingContainer<AnyKey>
  private let path: String

  /// - Parameter keys: all that are known.
  init(_ decoder: any Decoder, keys: [String], path: String = "") throws {
    self.path = path
    do {
      container = try decoder.container(keyedBy: AnyKey.self)
    } catch {
      throw path.isEmpty
        ? FaultError("", .notAnObject)
        : FaultError(path, .value(Self.other, expected: Self.object))
    }
    let unknown = container.allKeys.map(\.stringValue).filter { !keys.contains($0) }
    if let first = unknown.min() { throw FaultError(place(first), .unknownKey(known: keys)) }
  }

  private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  private func value(_ name: String) throws -> FaultValue? {
    let key = AnyKey(name)
    guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
    guard let value = try? container.decode(FaultValue.self, forKey: key) else {
      throw wrong(name, Self.other, expected: Self.single)
    }
    return value
  }

  private func wrong(_ name: String, _ found: String, expected: FaultText) -> FaultError {
    FaultError(place(name), .value(found, expected: expected))
  }

  /// Numbers are taken as they are written: an id may be one.
  func text(_ name: String) throws -> String? {
    guard let value = try value(name) else { return nil }
    if let text = try? container.decode(String.self, forKey: AnyKey(name)) { return text }
    return value.description
  }

  /// Not empty where it is said.
  func id(_ name: String) throws -> String? {
    let id = try text(name)
    guard id != "" else { throw wrong(name, "\"\"", expected: PlainName.expected) }
    return id
  }

  func number(_ name: String) throws -> Double? {
    guard let value = try value(name) else { return nil }
    guard case .number(let number) = value else {
      throw wrong(name, value.description, expected: FaultText("a number", "数字"))
    }
    return number
  }

  func whole(_ name: String) throws -> Int? {
    guard let number = try number(name) else { return nil }
    guard let whole = Int(exactly: number) else {
      throw wrong(name, "\(number)", expected: FaultText("a whole number", "整数"))
    }
    return whole
  }

  /// One or several.
  func wholes(_ name: String) throws -> [Int]? {
    if let several = try? container.decode([Int].self, forKey: AnyKey(name)) { return several }
    return try whole(name).map { [$0] }
  }

  func duration(_ name: String) throws -> Duration? {
    guard let value = try value(name) else { return nil }
    guard let duration = value.duration else {
      throw wrong(
        name, value.description,
        expected: FaultText("a length of time such as 3s", "时长，例如 3s"))
    }
    return duration
  }

  func link(_ name: String) throws -> FaultLink? {
    guard let text = try text(name) else { return nil }
    guard let link = FaultLink(text: text) else {
      throw wrong(name, text, expected: Self.list(FaultLink.self))
    }
    return link
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) throws -> Choice? where Choice.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw wrong(name, text, expected: Self.list(type))
    }
    return choice
  }

  func values(_ name: String) throws -> [String: FaultValue]? {
    let key = AnyKey(name)
    guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
    guard let nested = try? container.nestedContainer(keyedBy: AnyKey.self, forKey: key) else {
      throw wrong(name, Self.other, expected: Self.object)
    }
    return try nested.allKeys.reduce(into: [:]) { values, key in
      guard let value = try? nested.decode(FaultValue.self, forKey: key) else {
        throw wrong("\(name).\(key.stringValue)", Self.other, expected: Self.single)
      }
      values[key.stringValue] = value
    }
  }

  func read<Value>(_ name: String, _ body: (any Decoder) throws -> Value) throws -> Value? {
    let key = AnyKey(name)
    guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
    return try body(try container.superDecoder(forKey: key))
  }

  private static func list<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) -> FaultText where Choice.RawValue == String {
    .oneOf(type.allCases.map(\.rawValue))
  }
}
