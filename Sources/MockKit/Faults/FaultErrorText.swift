extension FaultError {
  /// A sentence.
  package var text: FaultText {
    switch reason {
    case .notAnObject:
      FaultText(
        "Expected a fault, an object such as {\"type\": \"drop\"}.",
        "应为一个故障对象，例如 {\"type\": \"drop\"}。")
    case .unknownKey(let known):
      FaultText("There is no key `\(field)`", "没有键 `\(field)`") + Self.hint(last, known)
    case .missing:
      FaultText("Expected `\(field)`, found nothing there.", "缺少 `\(field)`。")
    case .value(let found, let expected):
      FaultText(
        "Expected `\(field)` to be \(expected.en); found \(found).",
        "`\(field)` 应为\(expected.zh)，而这里是 \(found)。")
    case .unknownType(let found, let known):
      FaultText("There is no fault \"\(found)\"", "没有故障 \"\(found)\"") + Self.hint(found, known)
    case .taken(let id):
      FaultText(
        "There is a fault \"\(id)\" already; choose another `id` or leave it out.",
        "已有故障 \"\(id)\"；请换一个 `id`，或不写。")
    case .notForWhole(let type):
      FaultText(
        "`\(field)` cannot be said of \(type), which is there for everything or not at all.",
        "\(type) 要么对一切生效、要么不生效，不能设置 `\(field)`。")
    }
  }

  private var last: String { field.split(separator: ".").last.map(String.init) ?? field }

  private static func hint(_ found: String, _ known: [String]) -> FaultText {
    if let near = Nearest.of(found, in: known) {
      return FaultText("; did you mean `\(near)`?", "，是否想写 `\(near)`？")
    }
    let list = known.map { "`\($0)`" }
    return known.isEmpty
      ? FaultText(".", "。")
      : FaultText(
        "; there are \(list.joined(separator: ", ")).", "；可用的有 \(list.joined(separator: "、"))。")
  }
}

extension FaultText {
  fileprivate static func + (left: FaultText, right: FaultText) -> FaultText {
    FaultText(left.en + right.en, left.zh + right.zh)
  }
}

extension FaultError: ProblemConvertible {
  package var problem: Problem {
    switch reason {
    case .notAnObject, .unknownKey:
      Problem(400, "invalid-fault", "The fault is not valid", detail: text.en)
    default: Problem(422, "invalid-fault", "The fault is not valid", detail: text.en)
    }
  }
}
