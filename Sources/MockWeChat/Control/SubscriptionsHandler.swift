import MockKit

/// `POST /_control/subscriptions` `{openid, accept, templateId?, times?, always?}`: what a user answers
/// to an app that wants to send messages.
struct SubscriptionsHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case openid, accept, templateId, times, always
    }

    let openid: String
    let accept: Bool
    /// All of the app's where absent.
    let templateId: String?
    /// How many messages more.
    let times: Int?
    let always: Bool?
  }

  let context: WeChatContext
  let book: MessageBook

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    let app = try app(of: body)
    if let times = body.times, !(1...1000).contains(times) {
      throw InvalidRequest(field: "times", reason: .outside("1 to 1000"))
    }
    tell(body, app)
    guard body.accept else {
      set(.refused, body)
      return .empty()
    }
    let isCounted = body.always != true && (body.times != nil || app.subscriptions == .strict)
    isCounted ? count(body, app) : set(.always, body)
    return .empty()
  }

  /// What an app's back end is told: who was asked and answered, and who refused later in the list of
  /// all messages.
  private func tell(_ body: Body, _ app: SeedData.App) {
    let templates = app.templates.map(\.id)
    if body.accept || body.templateId != nil {
      let choices = (body.templateId.map { [$0] } ?? templates).map { ($0, accepts: body.accept) }
      if !choices.isEmpty { context.push.chose(choices, body.openid, in: app) }
    } else if !templates.isEmpty {
      context.push.refused(templates, body.openid, in: app)
    }
  }

  private func app(of body: Body) throws -> SeedData.App {
    guard let template = body.templateId else {
      let appid = context.people.find(body.openid)?.appid
      return context.apps.find(appid) ?? context.app
    }
    let apps = context.apps.all
    if let app = apps.first(where: { $0.templates.contains { $0.id == template } }) { return app }
    throw UnknownTemplate(id: template, known: apps.flatMap(\.templates).map(\.id))
  }

  private func set(_ consent: Consent, _ body: Body) {
    book.change { consents in
      if let template = body.templateId {
        consents.set(consent, of: body.openid, to: template)
      } else {
        consents.set(consent, of: body.openid)
      }
    }
  }

  /// One acceptance is good for one message; a template for the long term is good for all.
  private func count(_ body: Body, _ app: SeedData.App) {
    let templates = app.templates.filter { body.templateId == nil || $0.id == body.templateId }
    book.change { consents in
      for template in templates {
        if template.type == 3 {
          consents.set(.always, of: body.openid, to: template.id)
        } else {
          consents.add(body.times ?? 1, of: body.openid, to: template.id)
        }
      }
    }
  }
}

/// A template that no app has.
struct UnknownTemplate: Error, Equatable, ProblemConvertible {
  let id: String
  let known: [String]

  var problem: Problem {
    let hint =
      Nearest.of(id, in: known).map { "did you mean \($0)?" }
      ?? (known.isEmpty ? "no app has any." : "there are \(known.joined(separator: ", ")).")
    return Problem(
      422, "unknown-template", "No such template", detail: "There is no template \(id); \(hint)")
  }
}
