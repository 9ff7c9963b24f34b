import Foundation
import Synchronization

/// Asks the website, which owns the packages, for the counter system.
package final class RedemptionDesk: Sendable {
  private static let attempts = 3

  private let environment: LinkEnvironment
  private let url = Mutex<String?>(nil)

  package init(environment: LinkEnvironment) {
    self.environment = environment
  }

  package func connect(to address: String) {
    url.withLock { $0 = address }
  }

  /// Under one id, so that a scan whose answer was lost takes one use.
  package func redeem(_ code: String, trace: Traceparent) async throws -> Redemption {
    guard let url = url.withLock({ $0 }) else {
      throw RedemptionError.unavailable(reason: "No website is known.")
    }
    let id = "cmd_" + Hexadecimal.random(bytes: 10)
    let body = try JSONText.data(
      PeerEnvelope(id: id, type: RedeemCode.type, data: RedeemCode(code: code)))
    let message = SignedMessage(id: id, type: RedeemCode.type, body: body, trace: trace)
    return try Self.redemption(of: try await ask(message, url, left: Self.attempts - 1))
  }

  private func ask(
    _ message: SignedMessage, _ url: String, left: Int
  ) async throws(RedemptionError) -> WireAnswer {
    let subject = environment.subject(of: message, withCounterFrom: .counter)
    do throws(WireError) {
      return try await environment.post(message, "/_link/commands", as: subject, to: url)
    } catch .broken where left > 0 {
      var again = message
      again.attempt += 1
      return try await ask(again, url, left: left - 1)
    } catch {
      throw .unavailable(reason: "The website, \(url), gives no answer: \(error).")
    }
  }

  private static func redemption(of answer: WireAnswer) throws -> Redemption {
    if answer.status == 200 { return try JSONDecoder().decode(Redemption.self, from: answer.body) }
    if [404, 409].contains(answer.status),
      let problem = try? JSONDecoder().decode(Problem.self, from: answer.body)
    {
      throw RedemptionError.refused(problem)
    }
    throw RedemptionError.unavailable(reason: "The website answered \(answer.status).")
  }
}

/// Why nothing was redeemed.
enum RedemptionError: Error, Sendable, Equatable {
  /// The website refused; the clerk is told the same.
  case refused(Problem)
  case unavailable(reason: String)
}

extension RedemptionError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .refused(let problem): problem
    case .unavailable(let reason):
      Problem(
        503, "website-unavailable", "The website cannot be asked",
        detail: "\(reason) It decides about packages. Look at the uses left before you try again.")
    }
  }

  var problemHeaders: [Reply.Header] {
    if case .refused = self { return [] }
    return [Reply.Header("Retry-After", "1")]
  }
}
