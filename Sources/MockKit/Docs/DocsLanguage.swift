/// The languages of the documentation.
enum DocsLanguage: String, Sendable, CaseIterable {
  case en, zh

  /// `?lang=` decides, else what the reader prefers, else English.
  init(of call: Call) throws(InvalidRequest) {
    self =
      try call.choice("lang", of: DocsLanguage.self)
      ?? Self.preferred(call.headers["accept-language"] ?? "")
  }

  /// The first of ours with the highest weight (RFC 9110, section 12.5.4).
  static func preferred(_ header: String) -> DocsLanguage {
    let ranges = header.split(separator: ",").map { $0.split(separator: ";") }
    let known = ranges.compactMap { range -> (language: DocsLanguage, weight: Double)? in
      let name = range.first?.split(separator: "-").first ?? ""
      guard let language = DocsLanguage(rawValue: name.filter { $0 != " " }.lowercased()) else {
        return nil
      }
      return (language, weight(of: range.dropFirst()))
    }
    let best = known.map(\.weight).max() ?? 0
    return best > 0 ? known.first { $0.weight == best }?.language ?? .en : .en
  }

  private static func weight(of parameters: ArraySlice<Substring>) -> Double {
    let text = parameters.lazy.map { $0.filter { $0 != " " } }.first { $0.hasPrefix("q=") }
    return text.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
  }

  var tag: String { self == .en ? "en" : "zh-CN" }

  var other: DocsLanguage { self == .en ? .zh : .en }

  func callAsFunction(_ english: String, _ chinese: String) -> String {
    self == .en ? english : chinese
  }

  /// A text of the document; beside it, under `x-zh` or `x-zh-NAME`, stands the Chinese one.
  func text(_ name: String, of node: DocumentTree) -> String {
    let english = node[name]?.string ?? ""
    guard self == .zh else { return english }
    let isMain =
      name == "summary" || name == "title" || node["summary"] == nil && node["title"] == nil
    let chinese = node["x-zh-\(name)"]?.string ?? (isMain ? node["x-zh"]?.string : nil)
    return chinese ?? english
  }
}
