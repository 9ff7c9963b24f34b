import Foundation

/// Any JSON, for looking into answers.
enum JSON: Sendable, Hashable, Decodable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
      return
    }
    if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
      return
    }
    if let int = try? value.decode(Int.self) {
      self = .int(int)
      return
    }
    if let double = try? value.decode(Double.self) {
      self = .double(double)
      return
    }
    if let text = try? value.decode(String.self) {
      self = .text(text)
      return
    }
    if let list = try? value.decode([JSON].self) {
      self = .list(list)
      return
    }
    self = .object(try value.decode([String: JSON].self))
  }

  subscript(_ key: String) -> JSON {
    if case .object(let fields) = self { return fields[key] ?? .null }
    return .null
  }

  subscript(_ index: Int) -> JSON {
    list.indices.contains(index) ? list[index] : .null
  }

  var list: [JSON] {
    if case .list(let items) = self { return items }
    return []
  }

  var keys: Set<String> {
    if case .object(let fields) = self { return Set(fields.keys) }
    return []
  }

  func without(_ key: String) -> JSON {
    guard case .object(var fields) = self else { return self }
    fields[key] = nil
    return .object(fields)
  }

  var text: String {
    if case .text(let text) = self { return text }
    return ""
  }

  var int: Int? {
    if case .int(let int) = self { return int }
    return nil
  }
}
