import CEL
import Foundation
import LinkageCore
import LinkageReport
import Testing
import Values

@Suite("Chinese messages are Chinese to the last word")
struct ChineseTests {
  /// The golden files that a Chinese reader sees.
  private static let files: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: Golden.folder.path))?
    .filter { $0.hasSuffix(".zh.txt") || $0.hasSuffix(".zh.xml") }.sorted() ?? []

  @Test("no recorded message holds a run of English words", arguments: files)
  func goldens(name: String) throws {
    let text = try String(contentsOf: Golden.folder.appending(path: name), encoding: .utf8)
    #expect(text.contains { $0 >= "一" && $0 <= "龥" })
    for line in text.split(separator: "\n") where !isOriginal(line) {
      #expect(EnglishWords.run(in: String(line)) == nil, "\(name): \(line)")
    }
  }

  /// Lines that show a file, a command line or a title as they are.
  private func isOriginal(_ line: Substring) -> Bool {
    line.contains(/^ *\d* \|( |$)(?!  [^ ]+：)/) || line.contains("title.en")
      || line.hasPrefix("linkage check ") || line.contains("linkage check")
  }

  @Test("there are goldens to look at")
  func some() { #expect(Self.files.count > 15) }

  @Test("every sentence about expressions is told in Chinese", arguments: Message.ID.allCases)
  func expressions(id: Message.ID) {
    let message = Message(id, ["alpha", "42", "omega"].map(Message.Argument.text))
    let about = "out.points: \(message.text(in: .english))"
    let told = detail(about)
    let isPart = id.rawValue.hasPrefix("expected") || id == .host
    if !isPart { #expect(told == "`out.points`：" + message.text(in: .chinese)) }
  }

  @Test(
    "what other parts say is told in Chinese, with its words",
    arguments: [
      (
        "while parsing a block mapping: did not find expected key", "解析映射时：此处应为一个键"
      ),
      ("did not find expected ',' or '}'", "缺少 `,` 或 `}`"),
      ("Permission denied", "没有权限（EACCES）"),
      ("no space left on device", "磁盘空间不足（ENOSPC）"),
      ("results/a.sqlite: database is locked", "`results/a.sqlite`：数据库正被其他程序使用"),
      ("out.points: \"many\" is no int", "`out.points`：\"many\" 不是整数"),
      ("mini: out.points: null is no int", "`mini`：`out.points`：null 不是整数"),
      ("extract: no match of ^a: (.*)$", "`extract`：没有与 `^a: (.*)$` 匹配的内容"),
      (
        "xpath: invalid expression in XPath `//a[`, at character 5",
        "`xpath`：XPath `//a[` 的第 5 个字符处：表达式不正确"
      ),
      (
        "SSL certificate problem: self-signed certificate", "证书有问题：证书是自签名的"
      ),
      (
        "found `)`, expected an operator or the end", "遇到 `)`，此处应为运算符或表达式的结尾"
      ),
      ("`size` takes 1 or 2 arguments, not 3", "`size` 需要 1 或 2 个参数，而不是 3 个"),
      ("something nobody `foresaw`", "原文 `something nobody 'foresaw'`"),
      ("已有中文说明 of it", "已有中文说明 of it"),
      ("orderId", "orderId"), ("", ""), (": ", ": "), ("a: ", "a: "),
    ])
  func details(english: String, chinese: String) {
    #expect(detail(english) == chinese)
  }

  @Test("a long text is quoted at once, and no text takes long", .timeLimit(.minutes(1)))
  func long() {
    let long = String(repeating: "there is no key: ", count: 100_000)
    #expect(detail(long).hasPrefix("原文 `there is no key: "))
    #expect(detail(String(repeating: ": ", count: 2_000)).isEmpty == false)
  }

  /// How a finding's note tells a detail.
  private func detail(_ english: String) -> String {
    let problem = Problem.invalidYAML(detail: english)
    let diagnostics = Diagnostics(problems: [.init(problem: problem, place: nil)], sources: [])
    let text = DiagnosticPrinter(language: .chinese).text(diagnostics)
    let line = text.prefix { $0 != "\n" }
    return String(line.dropFirst("错误：YAML 语法错误：".count))
  }
}
