import MockKit

/// `GET /wxaapi/newtmpl/gettemplate`: the app's templates.
struct TemplatesEndpoint: WeChatEndpoint {
  let tokens: TokenBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try tokens.check(call.query["access_token"])
    let templates = app.templates.map { template in
      WeChatValue.object([
        ("priTmplId", .text(template.id)), ("title", .text(template.title)),
        ("content", .text(template.content + "\n")), ("example", .text(template.example + "\n")),
        ("type", .number(Int64(template.type))),
      ])
    }
    return .ok([("data", .list(templates))])
  }
}
