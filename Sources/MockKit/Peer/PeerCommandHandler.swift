import Foundation

/// `POST /_link/commands`: decides for the other platform.
struct PeerCommandHandler: Handler {
  private struct Head: Decodable {
    let id: String
    let type: String
  }

  let shop: Shop
  let receiver: LinkReceiver

  func answer(_ call: Call) async throws -> Reply {
    let signature = try receiver.verify(call)
    let head = try call.decode(Head.self)
    guard head.id == signature.id else {
      throw LinkSignatureError.otherEvent(signed: signature.id, event: head.id)
    }
    guard let type = PeerCommands.named(head.type) else {
      throw InvalidRequest(field: "type", reason: .outside("the type of a command"))
    }
    let isCounter = head.type == RedeemCode.type
    let faults = ReceiverFaults(
      shop: shop, call: call, isCounter ? .counter : nil, id: head.id, type: head.type)
    try await faults.receive()
    let body = try await decide(type, head.id, call)
    try faults.finish()
    return Reply(status: 200, contentType: "application/json", body: body)
  }

  private func decide<Command: PeerCommand>(
    _ type: Command.Type, _ id: String, _ call: Call
  ) async throws -> Data {
    let command = try call.decode(PeerEnvelope<Command>.self).data
    return try await shop.change(for: call) { change in
      try shop.epoch.check(call)
      return try change.decide(command, once: id)
    }
  }
}
