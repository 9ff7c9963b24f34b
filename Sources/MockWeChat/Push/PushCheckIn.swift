import Foundation
import MockKit

/// Asks a back end whether it is an app's own, as the console of the real platform does before it takes
/// an address: it must give back what it was sent.
struct PushCheckIn: Sendable {
  let writer: PushWriter
  let client: WireClient

  func check(_ settings: PushSettings) async throws(PushRefusal) {
    let (request, echo) = writer.checkIn(settings)
    let answer: WireAnswer
    do throws(WireError) {
      answer = try await client.send(request, to: settings.address.base)
    } catch {
      throw .unreachable("\(error)")
    }
    let text = String(decoding: answer.body, as: UTF8.self)
    guard answer.status == 200, text == echo else {
      throw .answered(status: answer.status, text: String(text.prefix(200)), expected: echo)
    }
  }
}

/// Why an address is not taken.
enum PushRefusal: Error, Equatable {
  case unreachable(String)
  case answered(status: Int, text: String, expected: String)
}

extension PushRefusal: ProblemConvertible {
  var problem: Problem {
    Problem(422, "push-check-failed", "The address did not pass the check", detail: detail)
  }

  private var detail: String {
    switch self {
    case .unreachable(let reason): "The address cannot be asked: \(reason)."
    case .answered(let status, let text, let expected):
      "Expected status 200 and the `echostr` \(expected) as the whole body; found status \(status) "
        + "and \"\(text)\"."
    }
  }
}
