/// A subscribe message as the WeChat platform knows it.
package struct WeChatTemplate: Sendable, Equatable, Decodable {
  /// What the bundled back end of the mini-program sends with it.
  package enum Use: String, Sendable, Decodable, CaseIterable {
    case order, afterSales, inquiry, solution, booking
  }

  /// One line of it, such as `订单编号:{{character_string1.DATA}}`.
  package struct Row: Sendable, Equatable {
    package let label: String
    /// Such as `character_string1`; its kind says what may be in it.
    package let keyword: String

    package init(label: String, keyword: String) {
      self.label = label
      self.keyword = keyword
    }
  }

  private enum CodingKeys: String, CodingKey {
    case id, title, content, example, type, use
  }

  package let id: String
  package let title: String
  /// A line for each row, as `gettemplate` shows it.
  package let content: String
  package let example: String
  /// 2: each acceptance is good for one message; 3: for as many as come.
  package let type: Int
  package let use: Use?

  package init(id: String, title: String, content: String, example: String, type: Int) {
    (self.id, self.title, self.content, self.example) = (id, title, content, example)
    self.type = type
    use = nil
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(String.self, forKey: .id)
    title = try fields.decode(String.self, forKey: .title)
    content = try fields.decode(String.self, forKey: .content)
    example = try fields.decodeIfPresent(String.self, forKey: .example) ?? ""
    type = try fields.decodeIfPresent(Int.self, forKey: .type) ?? 2
    use = try fields.decodeIfPresent(Use.self, forKey: .use)
  }

  package var rows: [Row] { Self.rows(in: content) }

  package var keywords: [String] { rows.map(\.keyword) }

  /// Lines without a keyword are none.
  static func rows(in content: String) -> [Row] {
    content.split(separator: "\n").compactMap { line in
      guard let open = line.firstRange(of: "{{"), let close = line.firstRange(of: ".DATA}}"),
        open.upperBound < close.lowerBound
      else { return nil }
      let label = line[..<open.lowerBound].drop { $0 == " " }
      return Row(
        label: String(label.reversed().drop { ":： ".contains($0) }.reversed()),
        keyword: String(line[open.upperBound..<close.lowerBound]))
    }
  }
}
