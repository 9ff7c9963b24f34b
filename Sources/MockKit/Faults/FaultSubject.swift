import Foundation

/// What a fault is asked about: a message on its way, or a call that is served.
package struct FaultSubject: Sendable {
  package let server: MockServerName
  package let link: FaultLink
  package let stage: FaultStage
  /// The id of the event, command or call: with the attempt it decides whether a fault fires.
  package let event: String
  /// Such as `order.paid`; of a call its method and path.
  package let type: String
  package let entity: String
  package let attempt: Int
  /// Whose it is, as far as that can be told here; asked only where a fault picks members.
  let members: @Sendable () -> [String]

  /// - Parameters:
  ///   - side: where it happens: the sender's for `enqueue` and `send`, else the receiver's.
  ///   - attempt: 1 for the first.
  package init(
    on side: ShopSide, _ stage: FaultStage, event: String, type: String, entity: String = "",
    attempt: Int = 1, members: @escaping @Sendable () -> [String] = { [] }
  ) {
    let isSent = [.enqueue, .send].contains(stage)
    self.init(
      on: side.server, FaultLink(LinkDirection(from: isSent ? side : side.other)), stage,
      event: event, type: type, entity: entity, attempt: attempt, members: members)
  }

  package init(
    on server: MockServerName, _ link: FaultLink, _ stage: FaultStage, event: String, type: String,
    entity: String = "", attempt: Int = 1, members: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.server = server
    self.link = link
    self.stage = stage
    self.event = event
    self.type = type
    self.entity = entity
    self.attempt = attempt
    self.members = members
  }

  var truth: TruthSubject { TruthSubject(event: event, type: type, entity: entity) }
}

/// Finds whose a message is in its JSON.
enum FaultMembers {
  private struct Body: Decodable {
    struct Data: Decodable {
      let memberId: String?
      let phone: String?
      let order: Owned?
    }

    struct Owned: Decodable {
      let memberId: String?
    }

    let data: Data?
  }

  static func named(in body: Foundation.Data) -> [String] {
    let data = (try? JSONDecoder().decode(Body.self, from: body))?.data
    return [data?.memberId, data?.phone, data?.order?.memberId].compactMap(\.self)
  }
}
