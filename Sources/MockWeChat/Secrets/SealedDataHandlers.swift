import Foundation
import MockKit

/// What a device hands over.
private struct SealedAnswer: Encodable {
  let encryptedData: String
  let iv: String

  init(_ sealed: Device.Sealed) {
    encryptedData = sealed.encryptedData
    iv = sealed.iv
  }
}

/// `POST /_control/devices/{openid}/phone-number`: the phone number button in its older way. The newer
/// one's code comes from `/_control/login-codes`.
struct SealedPhoneHandler: Handler {
  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let device = try Device(of: call, in: context)
    return try .json(SealedAnswer(device.seal(device.owner.phoneFields(device.watermark))))
  }
}

/// `POST /_control/devices/{openid}/run-data` `{steps?}`: what `wx.getWeRunData` gives, 31 days up to
/// today.
struct RunDataHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case steps
    }

    let steps: [Int]?
  }

  private static let days = 31
  private static let day: Int64 = 86_400
  /// China's midnight comes that much before the one of UTC, in seconds.
  private static let ahead: Int64 = 8 * 3600

  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let given = call.body.isEmpty ? nil : try call.control(Body.self, Body.CodingKeys.self).steps
    let device = try Device(of: call, in: context)
    let steps = try given.map(check) ?? invented(for: device.owner.identity.openid)
    let text =
      #"{"stepInfoList":[\#(list(steps).joined(separator: ","))],"#
      + #""watermark":\#(device.watermark.value.json)}"#
    return try .json(SealedAnswer(device.seal(text)))
  }

  private func check(_ steps: [Int]) throws(InvalidRequest) -> [Int] {
    guard steps.count <= Self.days, steps.allSatisfy({ $0 >= 0 }) else {
      throw InvalidRequest(
        field: "steps", reason: .outside("up to \(Self.days) numbers from 0, today's the last"))
    }
    return steps
  }

  private func invented(for openid: String) -> [Int] {
    let hash = SeededHash(seed: context.seed)
    return (1...Self.days).map { Int(hash.number("steps|\(openid)|\($0)") % 15_000) }
  }

  /// Each day at its midnight in China.
  private func list(_ steps: [Int]) -> [String] {
    let now = context.clock.seconds + Self.ahead
    let today = now - now % Self.day - Self.ahead
    return steps.enumerated().map { index, count in
      let at = today - Int64(steps.count - 1 - index) * Self.day
      return #"{"timestamp":\#(at),"step":\#(count)}"#
    }
  }
}

/// `POST /_control/devices/{openid}/open-data`: encrypts the object of the body as it is written, with
/// a watermark where it has none.
struct OpenDataHandler: Handler {
  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let device = try Device(of: call, in: context)
    return try .json(SealedAnswer(device.seal(try marked(call.body, device.watermark))))
  }

  private func marked(_ body: Data, _ watermark: Watermark) throws(InvalidRequest) -> String {
    let value = try? JSONSerialization.jsonObject(with: body)
    guard let object = value as? [String: Any] else {
      throw InvalidRequest(field: "", reason: .outside("a JSON object"))
    }
    let text = String(decoding: body, as: UTF8.self)
    guard object["watermark"] == nil, let end = text.lastIndex(of: "}") else { return text }
    return text[..<end] + (object.isEmpty ? "" : ",") + #""watermark":\#(watermark.value.json)}"#
  }
}
