import MockKit
import Mocks

extension DefectCase {
  static let rewards: [DefectCase] = [
    DefectCase("referral_double") { world in
      let customer = try await Customer.join(world)
      _ = try await world.join("13912345679", customer.web.invitation)
      return { try await customer.points(on: .mini)["balance"].int == 100 }
    },
    DefectCase("share_rewards_opens") { world in
      let customer = try await Customer.join(world)
      let key = try await customer.web.share().key
      _ = try await world.visitor(.mini).land(#"{"entry":"\#(key)"}"#, scene: 1194)
      return { try await customer.points(on: .mini)["balance"].int == 20 }
    },
    DefectCase("perk_early") { world in
      let customer = try await Customer.join(world)
      for _ in 0..<2 { _ = try await customer.mini.buy() }
      return { !(try await customer.mini.perk["couponId"].text.isEmpty) }
    },
  ]
}
