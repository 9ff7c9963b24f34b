import LinkageCore
import LinkageReport
import Testing

@Suite("Lists of scenarios fit their terminal")
struct ListingPrinterTests {
  private static func listing() -> SuiteListing {
    let entries = [
      ("order", "P0", "Place an order in the mini-program and find it", "小程序下单之后到网站查单"),
      ("a-scenario-with-a-rather-long-name", "", "Short", "短"),
    ].map { id, priority, english, chinese in
      let place = Place(path: "s.yaml", line: 1, column: 1, length: 1)
      let outline = Outline.Case(
        id: id, place: place, title: LocalizedText(english: english, chinese: chinese),
        priority: priority.isEmpty ? nil : priority, tags: ["订单", "smoke"], actors: [], steps: [])
      return SuiteListing.Entry(
        outline: outline, platforms: ["web", "mini"],
        obstacles: priority.isEmpty
          ? [
            .notOnTarget(operation: "mini.order", target: "t"),
            .writesDenied(operation: "web.pay", target: "t"),
          ] : [])
    }
    return SuiteListing(target: "staging", entries: entries)
  }

  @Test(
    "no line is wider than the terminal, down to one where nothing fits",
    arguments: Language.allCases, [20, 40, 79, 80, 100, 120, 300])
  func width(language: Language, width: Int) {
    let text = ListingPrinter(language: language, width: width).text(Self.listing())
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("    ") }.dropLast()
    for line in lines { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    #expect(text.contains("mini.order") && text.contains("web.pay"))
  }

  @Test("without a terminal nothing is cut", arguments: Language.allCases)
  func whole(language: Language) {
    let text = ListingPrinter(language: language, width: nil).text(Self.listing())
    for entry in Self.listing().entries { #expect(text.contains(entry.outline.title[language])) }
  }

  @Test("columns stand below each other where characters are wide")
  func columns() {
    let text = ListingPrinter(language: .chinese, width: nil).text(Self.listing())
    let lines = text.split(separator: "\n").map(String.init)
    let titles = zip(
      lines,
      ["标题", "小程序", "短"].map { title in
        lines.first { $0.contains(title) } ?? ""
      }
    ).map(\.1)
    let starts = zip(titles, ["标题", "小程序", "短"]).compactMap { line, title in
      line.firstRange(of: title).map { DisplayWidth.of(line[..<$0.lowerBound]) }
    }
    #expect(starts.count == 3)
    #expect(Set(starts).count == 1, "\(text)")
  }

  @Test("the narrow form names everything, one scenario below the other")
  func narrow() {
    let text = ListingPrinter(language: .english, width: 50).text(Self.listing())
    #expect(
      text.hasPrefix(
        """
        ✔ order
          Place an order in the mini-program and find it
          P0  订单, smoke  web mini
        – a-scenario-with-a-rather-long-name
        """), "\(text)")
  }
}
