import LinkageCore
import Yams

extension YAMLFailure {
  init(_ error: YamlError, in source: SourceText) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self.init(problem, context: context, mark: mark, in: source)
    case .reader(let problem, let offset, _, _):
      let start = offset.map { Self.utf8Offset(ofCharacter: $0, in: source) } ?? 0
      self.init(problem: .invalidYAML(detail: problem), range: start..<start + 1)
    default:
      self.init(problem: .invalidYAML(detail: "\(error)"), range: 0..<1)
    }
  }

  private init(
    _ problem: String, context: YamlError.Context?, mark: Mark, in source: SourceText
  ) {
    var start = source.offset(line: mark.line, column: mark.column)
    if let trap = YAMLTrap(detail: problem, mark: start, in: source) {
      let problem = Problem.quoteExpression(text: source.text(in: trap.range), why: trap.why)
      self.init(problem: problem, range: trap.range)
      return
    }
    if let failure = FullWidth.failure(at: start, in: source) {
      self = failure
      return
    }
    if let context, source.text(in: start..<source.bytes.count).allSatisfy(\.isWhitespace) {
      start = source.offset(line: context.mark.line, column: context.mark.column)
    }
    let detail = context.map { "\($0.text): \(problem)" } ?? problem
    self.init(problem: .invalidYAML(detail: detail), range: start..<start + 1)
  }

  private static func utf8Offset(ofCharacter count: Int, in source: SourceText) -> Int {
    source.text.prefix(count).utf8.count
  }
}
