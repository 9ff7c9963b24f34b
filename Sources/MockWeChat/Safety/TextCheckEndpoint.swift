import MockKit

/// `POST /wxa/msg_sec_check`, its second version and the first one, which has a content alone.
struct TextCheckEndpoint: WeChatEndpoint {
  /// What the platform itself calls risky, in the first version only.
  private static let trigger = "特3456书yuuo莞6543李zxcz蒜7782法fgnv级"
  private static let longest = 2500

  private struct Body: Decodable {
    let content: String?
    let version: Version?
    let scene: Int?
    let openid: String?
    let nickname: String?
    let title: String?
    let signature: String?
  }

  /// A number, which some send as a text.
  private struct Version: Decodable {
    let number: Int

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      let text = try? value.decode(String.self)
      number = try text.flatMap(Int.init) ?? value.decode(Int.self)
    }
  }

  let context: WeChatContext
  let verdicts: VerdictBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try context.tokens.check(call.query["access_token"])
    let body = try call.wechatBody(Body.self)
    guard let content = body.content else { throw .badData }
    guard body.version?.number == 2 else { return try first(content) }
    _ = try context.people.check(body.openid, in: app)
    guard content.count <= Self.longest else { throw .badArgument("content") }
    guard let scene = body.scene, (1...4).contains(scene) else { throw .badArgument("scene") }
    let texts = [content, body.nickname, body.title, body.signature].compactMap(\.self)
    return second(verdicts.find(in: texts))
  }

  private func first(_ content: String) throws(WeChatError) -> WeChatAnswer {
    let isRisky = verdicts.find(in: [content]).map { $0.suggest == .risky } ?? false
    guard !isRisky, !content.contains(Self.trigger) else { throw .riskyContent }
    return .ok()
  }

  private func second(_ verdict: Verdict?) -> WeChatAnswer {
    let (suggest, label) = (verdict?.suggest ?? .pass, Int64(verdict?.label ?? 100))
    let result: [(String, WeChatValue)] = [
      ("suggest", .text(suggest.rawValue)), ("label", .number(label)),
    ]
    let model: [(String, WeChatValue)] =
      [("strategy", .text("content_model")), ("errcode", .number(0))] + result
      + [("prob", .number(90))]
    let keyword: [(String, WeChatValue)] = [
      ("strategy", .text("keyword")), ("errcode", .number(0)),
    ]
    let hit: [(String, WeChatValue)] =
      verdict.map { [("level", .number(90)), ("keyword", .text($0.contains))] } ?? []
    return .ok([
      (
        "detail",
        .list([
          .object(model), .object(keyword + (verdict == nil ? [] : result + hit)),
        ])
      ),
      ("trace_id", .text(trace)), ("result", .object(result)),
    ])
  }

  /// Three groups of eight hexadecimal digits, the first one the Unix time.
  private var trace: String {
    let tail = SeededHash(seed: context.seed).hex("trace|\(verdicts.count())", digits: 16)
    let time = String(context.clock.seconds, radix: 16)
    return "\(time)-\(tail.prefix(8))-\(tail.suffix(8))"
  }
}
