import MockKit
import Mocks

extension DefectCase {
  static let doublings: [DefectCase] =
    [
      "double_apply_points", "dedupe_race", "double_relay", "new_id_per_attempt",
      "dedupe_ttl_too_short",
    ].map { kind in
      DefectCase(kind) { world in
        let customer = try await Customer.join(world)
        try await earn(5, customer.web)
        return { try await customer.points(on: .mini)["balance"].int == 10 }
      }
    } + [lostUpdate, echoLoop]

  static func earn(_ amount: Int, _ visitor: Visitor) async throws {
    try await visitor.call("POST", "/api/points/earn", #"{"amount":\#(amount),"reason":"x"}"#)
  }

  private static let lostUpdate = DefectCase(
    "lost_update", change: { $0.attributes = ["window": "30s"] },
    act: { world in
      let customer = try await Customer.join(world)
      try await earn(5, customer.mini)
      try await earn(7, customer.web)
      return { try await customer.points(on: .mini)["balance"].int != 12 }
    })

  private static let echoLoop = DefectCase(
    "echo_loop", settles: false, change: { $0.match.event = "member.updated" },
    act: { world in
      let customer = try await Customer.join(world)
      let version = try await customer.web.rename("王芳").json["version"].int ?? 0
      return { try await customer.web.member["version"].int ?? 0 > version + 2 }
    })
}
