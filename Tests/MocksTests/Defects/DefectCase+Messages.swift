import Foundation
import MockKit
import Mocks

extension DefectCase {
  static let messages: [DefectCase] = [
    DefectCase("signature_unchecked") { world in
      let (mini, body) = try await forged(world)
      var sender = LinkSender(world: world)
      sender.secret = LinkReceiverTests.otherSecret
      _ = try await sender.send("evt_1", body)
      _ = try await world.visitor(.mini).call(
        "POST", "/_link/events", body.replacing("_1", with: "_2"))
      return { try await mini.call("GET", "/api/points").json["balance"].int == 10 }
    },
    DefectCase("replay_accepted") { world in
      let (mini, body) = try await forged(world)
      _ = try await LinkSender(world: world).send("evt_1", body)
      _ = try await LinkSender(world: world, shift: -4000).send("evt_1", body)
      try await earn(1, mini)
      let web = try await world.logInEventually("13912345678", on: .web)
      return {
        let balances = [
          try await mini.call("GET", "/api/points").json["balance"].int,
          try await web.call("GET", "/api/points").json["balance"].int,
        ]
        return balances == [11, 2]
      }
    },
    DefectCase("alert_missing", settles: false) { world in
      let web = try await world.register("13912345678", on: .web)
      try await world.settle()
      try world.set.faults.add(Fault("abort"))
      try await earn(5, web)
      try await eventually {
        world.set.clock.advance(by: .seconds(100))
        return world.set.linkStatus[.webToMini]?.deadLetters == 1 ? true : nil
      }
      // An alert is written down after what it is about.
      try await eventually {
        let isOn = world.set.faultReports.contains { $0.type == "alert_missing" && $0.fired > 0 }
        return isOn || world.set.linkStatus[.webToMini]?.alerts.count == 1 ? true : nil
      }
      return { world.set.linkStatus[.webToMini]?.alerts == [] }
    },
  ]

  /// A member in the mini-program, and an event that gives them 5 points.
  private static func forged(_ world: MockWorld) async throws -> (Visitor, body: String) {
    let mini = try await world.register("13912345678", on: .mini)
    let member = try await mini.member["memberId"].text
    return (mini, LinkSender.points("evt_1", member: member, entry: "pt_1", amount: 5))
  }
}
