import Foundation
import MockKit

/// Says whether a back end has taken a message: by `success`, by nothing, or by a reply.
struct PushJudge: Sendable {
  private static let longest = 1000

  let settings: PushSettings
  let appid: String

  func write(_ answer: Result<WireAnswer, WireError>, to made: inout PushDelivery.Try) {
    switch answer {
    case .failure(let error): made.problem = "\(error)"
    case .success(let answer):
      let text = String(decoding: answer.body, as: UTF8.self)
      made.status = answer.status
      made.answer = String(text.prefix(Self.longest))
      made.problem =
        answer.status == 200
        ? problem(with: text.trimmingCharacters(in: .whitespacesAndNewlines))
        : "expected status 200, found \(answer.status)"
    }
  }

  private func problem(with text: String) -> String? {
    if text.isEmpty || text == "success" { return nil }
    guard let reply = PushReply(text) else {
      return "expected `success`, nothing or a reply, found \"\(text.prefix(80))\""
    }
    guard let sealed = reply["Encrypt"] else {
      if settings.mode == .safe { return "in safe mode a reply must be encrypted" }
      return reply["MsgType"] == nil ? "the reply has no `MsgType`" : nil
    }
    return problem(with: reply, sealed)
  }

  private func problem(with reply: PushReply, _ sealed: String) -> String? {
    guard let key = settings.key else { return "the reply is encrypted, but the app has no key" }
    let signature = PushSignature.of(
      settings.token, reply["TimeStamp"] ?? "", reply["Nonce"] ?? "", sealed)
    guard reply["MsgSignature"] == signature else { return "the reply's `MsgSignature` is wrong" }
    do {
      let text = try PushCipher(key: key, appid: appid).open(sealed)
      return PushReply(text)?["MsgType"] == nil ? "the decrypted reply has no `MsgType`" : nil
    } catch PushCipher.Problem.anotherApp(let owner) {
      return "the reply is encrypted for the app \(owner)"
    } catch {
      return "the reply cannot be decrypted"
    }
  }
}
