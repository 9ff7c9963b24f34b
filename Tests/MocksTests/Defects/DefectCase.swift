import MockKit
import Mocks
import Testing

/// A defect, and what somebody does who then sees it.
struct DefectCase: Sendable, CustomTestStringConvertible {
  /// Whether something is wrong.
  typealias Look = @Sendable () async throws -> Bool

  let kind: String
  /// Whether everything arrives before anybody looks.
  var settles = true
  /// What differs from the fault that is tried first.
  var change: @Sendable (inout Fault) -> Void = { _ in }
  let act: @Sendable (MockWorld) async throws -> Look

  init(
    _ kind: String, settles: Bool = true,
    change: @escaping @Sendable (inout Fault) -> Void = { _ in },
    act: @escaping @Sendable (MockWorld) async throws -> Look
  ) {
    self.kind = kind
    self.settles = settles
    self.change = change
    self.act = act
  }

  var testDescription: String { kind }

  /// The standard fault of the kind, which shows itself always.
  var fault: Fault {
    get throws {
      var fault = try #require(Faults.named(kind)).standard
      (fault.probability, fault.id) = (1, "defect")
      change(&fault)
      return fault
    }
  }

  func look(in world: MockWorld) async throws -> Look {
    let look = try await act(world)
    if settles { try await world.settle() }
    return look
  }

  static let all =
    losses + doublings + stalls + members + trade + reads + messages + crossings
    + services + bookings + library + campaigns + rewards + figures
}
