import Foundation
import MockKit

/// Reads what a merchant sends, and says which field is not as it should be.
enum PayFields {
  static func decode<Value: Decodable>(_ type: Value.Type, of call: Call) throws(PayError) -> Value
  {
    do {
      return try JSONDecoder().decode(type, from: call.body)
    } catch let error as DecodingError {
      throw .parameter(path(of: error), "the value is of another type, or this is no JSON")
    } catch {
      throw .parameter("", "this is no JSON")
    }
  }

  private static func path(of error: DecodingError) -> String {
    let keys: [any CodingKey] =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: []
      }
    return keys.map { "/" + $0.stringValue }.joined()
  }

  /// - Parameter range: of the length in characters.
  static func text(
    _ value: String?, _ field: String, _ range: ClosedRange<Int>, in location: String = "body"
  ) throws(PayError) -> String {
    guard let value, !value.isEmpty else {
      throw .parameter(field, "this field is required", in: location)
    }
    guard range.contains(value.count), !value.contains("\0") else {
      throw .parameter(
        field, "the length is to be \(range.lowerBound) to \(range.upperBound)", value: value,
        in: location)
    }
    return value
  }

  /// A number that a merchant gives out: digits, letters and a few signs.
  static func number(
    _ value: String?, _ field: String, _ range: ClosedRange<Int>
  ) throws(PayError) -> String {
    let text = try text(value, field, range)
    let signs = Set("_-|*@")
    guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || signs.contains($0)) })
    else {
      throw .parameter(field, "only digits, letters and _-|*@ are taken", value: value)
    }
    return text
  }

  /// In fen.
  static func amount(_ value: Int?, _ field: String) throws(PayError) -> Int {
    guard let value else { throw .parameter(field, "this field is required") }
    guard (1...1_000_000_000).contains(value) else {
      throw .parameter(
        field, "the amount is to be 1 to 1000000000 fen", value: String(value))
    }
    return value
  }

  static func url(_ value: String?, _ field: String) throws(PayError) -> String {
    let text = try text(value, field, 1...255)
    guard let parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme),
      parts.host?.isEmpty == false, parts.query == nil
    else {
      throw .parameter(field, "expected an http or https URL without a query", value: value)
    }
    return text
  }

  static func currency(_ value: String?) throws(PayError) {
    guard value == nil || value == "CNY" else {
      throw .parameter("/amount/currency", "Currency code is invalid", value: value)
    }
  }

  static func moment(_ value: String?, _ field: String) throws(PayError) -> Int64? {
    guard let value else { return nil }
    guard let date = try? Date(value, strategy: .iso8601) else {
      throw .parameter(field, "expected RFC 3339, such as 2026-11-21T20:15:00+08:00", value: value)
    }
    return Int64(date.timeIntervalSince1970)
  }
}
