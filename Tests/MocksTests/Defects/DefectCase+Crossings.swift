import MockKit
import Mocks

extension DefectCase {
  static let crossings: [DefectCase] = [
    DefectCase("entry_attribution_lost") { world in
      let customer = try await Customer.join(world)
      let entry = try await world.entry(by: customer.web)
      _ = try await customer.mini.land(#"{"entry":"\#(entry)"}"#, scene: 1194)
      return {
        let shown = try await world.visits(of: entry, on: .web)
        return shown["opens"].int == 1 && shown["visits"][0]["memberId"].text.isEmpty
      }
    },
    DefectCase("handover_reusable") { world in
      let customer = try await Customer.join(world)
      let path = try await customer.mini.handOver(to: "/orders").json["path"].text
      let first = try await world.visitor(.web).call("GET", path)
      let second = try await world.visitor(.web).call("GET", path)
      return { first.status == 303 && second.status == 303 }
    },
  ]
}
