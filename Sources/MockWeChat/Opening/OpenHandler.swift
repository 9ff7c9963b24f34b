import Foundation
import MockKit

/// `POST /_control/open` `{code|link|scheme|shortlink|picture, phone|openid, inside?, by?}`: somebody
/// opens the mini-program; answers what its page gets.
struct OpenHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case code, link, scheme, shortlink, picture, phone, openid, inside, by
    }

    let code: String?
    let link: String?
    let scheme: String?
    let shortlink: String?
    /// In Base64.
    let picture: String?
    let phone: String?
    let openid: String?
    let inside: Bool?
    let by: CodeGesture?
  }

  private struct Opening: Encodable {
    let appid: String
    let path: String
    let query: String
    let params: [String: String]
    let scene: Int
    let envVersion: String
    let openid: String
    /// Where the app is bound to the Open Platform account.
    let unionid: String?
    /// How often the link was opened, this time included.
    let opens: Int?
    /// How many people opened it.
    let people: Int?
  }

  let opener: Opener
  let people: PeopleBook
  let seed: UInt64

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    let text = try text(body)
    guard let entrance = Entrance(text) else { throw OpenProblem.noEntrance(text) }
    let door = try opener.door(entrance, isInside: body.inside == true)
    let identity = try identity(body, in: door.book.app)
    guard !door.way.isCounted || door.book.countOpening() else {
      throw OpenProblem.tooManyToday(door.book.quotas.opensADay)
    }
    let link = door.ticket.flatMap { door.book.countOpening(of: $0, by: identity.openid) }
    return try .json(opening(door, identity, link, by: body.by ?? .scan))
  }

  private func opening(
    _ door: Opener.Door, _ identity: WeChatIdentity, _ link: Link?, by gesture: CodeGesture
  ) -> Opening {
    let destination = door.destination
    return Opening(
      appid: door.book.app.appid,
      path: destination.path.isEmpty ? door.book.home : destination.path,
      query: destination.query, params: destination.parameters, scene: door.way.scene(gesture),
      envVersion: destination.version.rawValue, openid: identity.openid,
      unionid: door.book.app.isBound ? identity.unionid : nil, opens: link?.opens,
      people: link?.people.count)
  }

  private func text(_ body: Body) throws -> String {
    let texts = [body.code, body.link, body.scheme, body.shortlink].compactMap(\.self)
    guard texts.count + (body.picture == nil ? 0 : 1) == 1 else {
      throw InvalidRequest(
        field: "", reason: .outside("one of `code`, `link`, `scheme`, `shortlink` and `picture`"))
    }
    return try texts.first ?? Self.text(of: body.picture ?? "")
  }

  private static func text(of picture: String) throws -> String {
    let bytes = Array(Data(base64Encoded: picture, options: .ignoreUnknownCharacters) ?? Data())
    guard let text = JPEG.comment(in: bytes) ?? PNG.comment(in: bytes) else {
      throw OpenProblem.noPicture
    }
    return text
  }

  private func identity(_ body: Body, in app: SeedData.App) throws -> WeChatIdentity {
    switch (body.phone, body.openid) {
    case (let phone?, nil):
      try MobileNumber.check(phone)
      let owner = WeChatOwner(phone: phone, identity: WeChatIdentity(of: phone, seed: seed))
      return people.meet(owner, in: app).identity
    case (nil, let openid?):
      return people.find(openid)?.owner.identity ?? WeChatIdentity(openid: openid, seed: seed)
    default: throw InvalidRequest(field: "phone", reason: .outside("there, or `openid`, not both"))
    }
  }
}
