/// A request as it stood on the wire.
struct RawRequest: Sendable {
  /// Counts from 1.
  var connection: Int
  /// Position among the connection's requests, from 1.
  var number: Int
  var lines: [String]
  var body: [UInt8]

  var method: String { lines.first.map { String($0.prefix { $0 != " " }) } ?? "" }

  var target: String {
    let words = lines.first?.split(separator: " ") ?? []
    return words.count > 1 ? String(words[1]) : ""
  }

  /// All values of a header, its name in lower case.
  func values(_ name: String) -> [String] {
    lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else {
        return nil
      }
      return String(line[line.index(after: colon)...].drop { $0 == " " })
    }
  }

  var cookies: [String] {
    values("cookie").flatMap { $0.split(separator: ";") }.map { String($0.drop { $0 == " " }) }
      .sorted()
  }
}
