import LinkageCore
import LinkageReport
import MockKit

/// A fault in one line, such as `drop  web→mini · 10 % · order.*`.
struct FaultLine {
  let fault: Fault
  let language: Language

  var text: String {
    let parts = [link, stage, share, picked, counted, span] + attributes
    return "\(fault.id)  " + parts.compactMap(\.self).joined(separator: " · ")
  }

  private var link: String? {
    switch fault.link {
    case .both: language.pick("both ways", "双向")
    case .counter: language.pick("counter system", "柜台系统")
    case .webToMini, .miniToWeb: fault.link.rawValue
    }
  }

  private var stage: String? { fault.stage?.rawValue }

  private var share: String? {
    guard fault.probability < 1 else { return nil }
    let tenths = Int((fault.probability * 1000).rounded())
    return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)") + language.pick(" %", "%")
  }

  private var picked: String? {
    let match = fault.match
    let attempts = match.attempts.map { numbers in
      language.pick("attempt ", "第 ") + numbers.map(String.init).joined(separator: ", ")
        + language.pick("", " 次")
    }
    let parts = [match.event, match.member, match.entity, attempts].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var counted: String? {
    let after = fault.after.map { language.pick("after the first \($0)", "跳过前 \($0) 次") }
    let count = fault.count.map { language.pick("at most \($0) times", "最多 \($0) 次") }
    let parts = [after, count].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: language.pick(", ", "，"))
  }

  private var span: String? {
    fault.ttl.map { language.pick("for ", "持续 ") + DurationText.text(Nanoseconds($0)) }
  }

  private var attributes: [String?] {
    fault.attributes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
  }
}
