/// Asks the platform of an order what it is, where its event has not come so far.
struct FetchOrder: PeerCommand {
  static let type = "order.show"

  let orderId: String
  /// Whose order it must be; absent where the staff asks.
  let memberId: String?

  func decide(_ change: ShopChange) throws -> Order {
    let member = try memberId.map { try change.member($0) }
    return try Orders.find(orderId, of: member, in: change.database)
  }
}

extension Shop {
  /// An order of whoever asks that is to be changed. Events may pass each other, so somebody may know
  /// of it before this side does.
  func ownOrder(_ id: String, for call: Call) async throws -> Order {
    do {
      return try await read(as: call) { try Orders.find(id, of: $1, in: $0) }
    } catch OrderError.notFound {
      let member = try await read(as: call) { $1 }
      return try await fetch(id, of: member, for: call)
    }
  }

  /// Anybody's order that is to be changed.
  func anyOrder(_ id: String, for call: Call) async throws -> Order {
    do {
      return try await database.read { try Orders.find(id, in: $0) }
    } catch OrderError.notFound {
      return try await fetch(id, of: nil, for: call)
    }
  }

  private func fetch(_ id: String, of member: String?, for call: Call) async throws -> Order {
    guard id.hasPrefix(Identifiers.letter(of: side.other)) else { throw OrderError.notFound(id) }
    // What is asked changes nothing, so it is asked anew each time.
    var asking = call
    asking.ticket = nil
    do {
      return try await decide(
        FetchOrder(orderId: id, memberId: member), at: side.other, for: asking
      ) { change, order in try LinkApplier(change: change).take(order) }
    } catch let refusal as PeerRefusal {
      guard case .refused = refusal else { throw OrderError.notFound(id) }
      throw refusal
    }
  }
}
