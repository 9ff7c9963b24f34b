import MockKit
import Mocks
import Testing

@Suite("Defects")
struct DefectTests {
  @Test("something is wrong with it, and the servers live on", arguments: DefectCase.all)
  func shows(_ defect: DefectCase) async throws {
    var options = try MockWorld.options
    options.faults = [try defect.fault]
    try await MockWorld.run(options) { world in
      let look = try await defect.look(in: world)
      try await eventually { try await look() ? true : nil }
      #expect(try #require(world.set.faultReports.first).fired > 0)
      for server in world.set.urls.keys where server != .console {
        #expect(try await world.visitor(server).call("GET", "/health").status == 200)
      }
    }
  }

  @Test("nothing is wrong without it", arguments: DefectCase.all)
  func hides(_ defect: DefectCase) async throws {
    try await MockWorld.run { world in
      let look = try await defect.look(in: world)
      for _ in 1...10 { #expect(try await !look()) }
    }
  }

  @Test("each defect there is shows here")
  func covers() {
    let defects = Faults.all.filter { $0.family == .defect }.map(\.name)
    #expect(Set(DefectCase.all.map(\.kind)) == Set(defects))
    #expect(defects.count == Set(defects).count)
  }

  @Test("each says what it does in both languages, and what catches it")
  func tells() {
    for kind in Faults.all where kind.family == .defect {
      #expect(!kind.caughtBy.isEmpty, "\(kind.name)")
      for text in [kind.title, kind.meaning] {
        #expect(!text.en.isEmpty && text.zh.contains { ("一"..."龥").contains($0) }, "\(kind.name)")
      }
    }
  }

  @Test("the same seed loses the same orders")
  func isSeeded() async throws {
    #expect(try await lostOrders() == lostOrders())
  }

  /// The places of those that never arrive, among ten.
  private func lostOrders() async throws -> [Int] {
    var options = try MockWorld.options
    options.faults = [
      Fault(
        "ack_then_lose", id: "some", match: FaultMatch(event: "order.created"), probability: 0.5)
    ]
    var lost: [Int] = []
    try await MockWorld.run(options) { world in
      let customer = try await Customer.join(world)
      for place in 1...10 {
        let id = try await customer.order(on: .web)
        if try await customer.show(id, on: .mini)["orderId"].text != id { lost.append(place) }
      }
    }
    #expect((1...9).contains(lost.count))
    return lost
  }
}
