import LinkageCore

struct ChineseViolationWords: ViolationWords {
  let nobody = "（无角色）"

  func place(_ step: String) -> String { "，位于 \(step)" }
  func elements(_ count: Int) -> String { "\(count) 项" }
  func more(_ count: Int) -> String { "… 另有 \(count) 条，完整内容见 results.json" }

  func sentence(_ facts: ViolationFacts) -> String {
    let what = facts.what ?? "某项数据"
    let at = facts.platform.map { "在 \($0) 上" } ?? ""
    // A space parts Latin letters from Chinese ones, and nothing else.
    let place = at.isEmpty || facts.what == nil ? at : " " + at
    switch facts.type {
    case .lost: return gone(facts, what, at, "已丢失", before: "已被确认")
    case .vanished: return gone(facts, what, at, "消失了", before: "曾\(at)可见")
    case .phantom:
      let error = facts["refused"].map { "（`\($0)`）" } ?? ""
      return "\(what)\(place)可见，而请求它的写入已被拒绝\(error)"
    case .flickered:
      guard let field = facts.field else { return "\(what)\(place)可见，随后又不见了" }
      return went(field, what, place, facts["expected"], facts)
    case .wentBack:
      return went(facts.field ?? "状态", what, place, facts["earlier"], facts) + "，契约不允许"
    case .stale: return stale(facts, what, place)
    case .outOfOrder: return "\(what) 的后续状态\(at)可见，其后发出的读取却找不到它"
    case .blocked:
      let link = "\(facts["from"] ?? "?")→\(facts.platform ?? "?")"
      return "链路 \(link) 被堵塞：\(facts["stuck"] ?? "多") 项变更始终没有到达，最早的是 \(what)，"
        + "此后确认的变更也都没有到达"
    default: return sum(facts, what, place, at)
    }
  }

  private func went(
    _ field: String, _ what: String, _ place: String, _ from: String?, _ facts: ViolationFacts
  ) -> String {
    "\(what) 的 \(field)\(place)从 \(from ?? "?") 变为 \(facts["found"] ?? "?")"
  }

  private func gone(
    _ facts: ViolationFacts, _ what: String, _ at: String, _ word: String, before: String
  ) -> String {
    let reads = "最后两次\(at)的读取"
    guard let field = facts.field, let expected = facts["expected"] else {
      return "\(what) \(word)：它\(before)，而\(reads)都找不到它"
    }
    let shows = facts["found"].map { "都是 \($0)" } ?? "都没有它"
    return "\(what) 的一项变更\(word)：\(field) \(expected) \(before)，而\(reads)\(shows)"
  }

  private func stale(_ facts: ViolationFacts, _ what: String, _ place: String) -> String {
    guard let field = facts.field, let expected = facts["expected"] else {
      return "\(what)\(place)找不到，而它此前已被确认"
    }
    guard let found = facts["found"] else {
      return "\(what) 的 \(field)\(place)缺少此前已确认的 \(expected)"
    }
    return "\(what) 的 \(field)\(place)仍是 \(found)，而 \(expected) 此前已被确认"
  }

  private func sum(
    _ facts: ViolationFacts, _ what: String, _ place: String, _ at: String
  ) -> String {
    let field = facts.field ?? "某个值"
    let found = facts["found"] ?? "?"
    switch facts.type {
    case .duplicated:
      if let other = facts["other"] {
        return "同一次提交（\(facts["submission"] ?? "?")）生成了 \(what) 和 \(other)"
      }
      return "\(field)\(place)多次列出 \(found)"
    case .notConserved: return notConserved(facts, "\(what) 的 \(field)\(place)是 \(found)")
    case .usedTwice: return "\(what) 被使用了 \(found) 次"
    case .diverged: return diverged(facts, field, what, place, at, found)
    case .leaked: return "\(facts["owner"] ?? "某会员") 的数据\(at)被无权查看的人看到"
    case .notRefused:
      guard let earlier = facts["earlier"] else { return "伪造的消息\(at)被接受" }
      return "伪造的消息把 \(what) 的 \(field)\(place)从 \(earlier) 改成了 \(found)"
    case .restless: return went(field, what, place, facts["earlier"], facts) + "，而没有任何操作改动它"
    default:
      return "\(facts.type.rawValue)：\(what)\(place)" + (facts.rest.isEmpty ? "" : "；\(facts.rest)")
    }
  }

  private func notConserved(_ facts: ViolationFacts, _ found: String) -> String {
    if let sum = facts["sum"] { return "\(found)，而明细之和是 \(sum)" }
    if let most = facts["most"], let least = facts["least"] {
      return "\(found)，而按已发生的操作应在 \(least) 与 \(most) 之间"
    }
    if let least = facts["least"] { return "\(found)，低于允许的最小值 \(least)" }
    return "\(found)，对不上账"
  }

  private func diverged(
    _ facts: ViolationFacts, _ field: String, _ what: String, _ place: String, _ at: String,
    _ found: String
  ) -> String {
    if let platform = facts["deletedOn"] { return "\(what) 已在 \(platform) 上删除，\(at)却仍然存在" }
    guard let other = facts["other"] else { return "\(what)\(place)与别处不一致" }
    return "\(what) 的 \(field)\(place)一直是 \(found)，在 \(facts["otherPlatform"] ?? "?") 上却是 \(other)"
  }
}
