import Foundation

/// A request as a small server sees it.
struct SmallRequest: Sendable {
  var method: String
  var path: String
  var query: [String: String]
  /// Names in lower case.
  var headers: [String: String]
  var body: Data
  /// The request line and the header lines as they came.
  var lines: [String] = []

  var text: String { String(decoding: body, as: UTF8.self) }
  /// The fields of a form, or of a query.
  var form: [String: String] { Self.fields(text) }

  /// The values of a cookie, in the order in which they were sent.
  func cookies(_ name: String) -> [String] {
    headers["cookie", default: ""].components(separatedBy: "; ").compactMap { pair in
      pair.hasPrefix(name + "=") ? String(pair.dropFirst(name.count + 1)) : nil
    }
  }

  /// A text of a JSON object.
  func json(_ key: String) -> String? {
    let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any]
    return object?[key].map { "\($0)" }
  }

  /// The first whole request among the bytes, with its length; `nil` while there is none.
  static func first(in bytes: Data) -> (request: SmallRequest, length: Int)? {
    guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...]
        .trimmingCharacters(in: .whitespaces)
    }
    let length = Int(headers["content-length"] ?? "0") ?? 0
    guard bytes.endIndex >= end.upperBound + length else { return nil }
    let first = lines[0].split(separator: " ").map(String.init)
    guard first.count == 3 else { return nil }
    let target = first[1].split(separator: "?", maxSplits: 1).map(String.init)
    let request = SmallRequest(
      method: first[0], path: target[0], query: fields(target.count == 2 ? target[1] : ""),
      headers: headers, body: Data(bytes[end.upperBound..<end.upperBound + length]), lines: lines)
    return (request, end.upperBound + length - bytes.startIndex)
  }

  private static func fields(_ text: String) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count == 2 ? parts[1].replacingOccurrences(of: "+", with: " ") : ""
      fields[parts[0].removingPercentEncoding ?? ""] = value.removingPercentEncoding
    }
    return fields
  }
}
