import LinkageCore
import Testing

@testable import LinkageScenario

@Suite("Names that many steps know")
struct VocabularyTests {
  private func isLater(_ shape: Shape?) -> Bool {
    if case .later? = shape { true } else { false }
  }

  @Test("all are found, the newest meaning of each first")
  func found() {
    var words = VocabularyWords(["base": .any, "n7": .any])
    for number in 0..<5_000 { words.add("n\(number)", .later) }
    words.add("base", .beside)
    #expect((0..<5_000).allSatisfy { isLater(words["n\($0)"]) })
    if case .beside? = words["base"] {} else { Issue.record("base is what it was") }
    #expect(words["other"] == nil && words.names.count == 5_001)
  }

  @Test("what a copy adds is its own")
  func copies() {
    var words = VocabularyWords()
    for number in 0..<100 { words.add("n\(number)", .later) }
    var (one, other) = (words, words)
    one.merge(["n3": .any, "one": .any])
    for number in 100..<200 { other.add("n\(number)", .later) }
    #expect(isLater(words["n3"]) && !isLater(one["n3"]) && isLater(other["n3"]))
    #expect(words["one"] == nil && words["n150"] == nil && one["n150"] == nil)
  }

  @Test("a copy costs no more for thousands of names than for a few, nor does finding one")
  func costs() {
    var words = VocabularyWords()
    for number in 0..<20_000 {
      words.add("n\(number)", .later)
      #expect(words.copied <= 24 && words.looked <= 11)
    }
  }

  @Test("a place in one long line is counted as anywhere", arguments: ["a", "é", "你"])
  func places(_ letter: String) {
    let line = String(repeating: letter, count: 1_000)
    let source = SourceText(path: "p", text: "x\n\(line)\r\nabc\n")
    let start = 2 + letter.utf8.count * 500
    let place = source.place(start..<start + letter.utf8.count * 7)
    #expect(place.line == 2 && place.column == 501 && place.length == 7)
    #expect(source.place(start..<100_000).length == 500)
    #expect(source.offset(line: 2, column: 501) == start)
    #expect(source.offset(line: 9, column: 1) == source.bytes.count)
  }
}
