package import Foundation
import MockKit

extension WeChatClient: EntranceMaker {
  package func urlLink(to page: String, query: String) async throws -> String {
    let answer: EntranceAnswer = try await post(
      "/wxa/generate_urllink", ["path": page, "query": query])
    return try answer.text(answer.urlLink)
  }

  package func scheme(to page: String, query: String) async throws -> String {
    let answer: EntranceAnswer = try await post(
      "/wxa/generatescheme", ["jump_wxa": ["path": page, "query": query]])
    return try answer.text(answer.openlink)
  }

  package func code(to page: String, scene: String) async throws -> Data {
    let answer = try await post("/wxa/getwxacodeunlimit", ["scene": scene, "page": page])
    // A picture comes as it is, a refusal as JSON.
    if let refusal = try? JSONDecoder().decode(EntranceAnswer.self, from: answer.body) {
      throw refusal.refusal
    }
    return answer.body
  }
}

/// The names are those on the wire.
private struct EntranceAnswer: WeChatAnswer {
  private enum CodingKeys: String, CodingKey {
    case errcode, errmsg, openlink
    case urlLink = "url_link"
  }

  let errcode: Int?
  let errmsg: String?
  let openlink: String?
  let urlLink: String?

  func text(_ made: String?) throws -> String {
    guard let made else { throw refusal }
    return made
  }

  var refusal: any Error {
    let text = "\(errcode ?? 0) \(errmsg ?? "")"
    return switch errcode {
    case 40165, 41030, 85079: EntryError.unknownPage(text)
    case 45009, 45029, 85400: EntryError.limitReached(text)
    default: failure
    }
  }
}
