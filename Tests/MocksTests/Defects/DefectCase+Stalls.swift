import MockKit
import Mocks

extension DefectCase {
  static let stalls: [DefectCase] = ["poison_blocks_link", "endpoint_silently_disabled"].map {
    stall($0)
  }

  private static func stall(_ kind: String) -> DefectCase {
    DefectCase(
      kind, settles: false,
      change: { ($0.match.event, $0.after, $0.link) = ("points.entry", nil, .webToMini) },
      act: strangersRegistration)
  }

  /// It does not arrive, while the other direction works.
  @Sendable private static func strangersRegistration(_ world: MockWorld) async throws -> Look {
    let customer = try await Customer.join(world)
    try await earn(5, customer.web)
    _ = try await world.register("13912345679", on: .web)
    try await earn(7, customer.mini)
    try await eventually {
      try await customer.points(on: .web)["balance"].int == 12 ? true : nil
    }
    let waits: Look = {
      try await world.logIn("13912345679", on: .mini).answer.status == 404
        && world.set.linkStatus[.webToMini]?.pending == 2
    }
    // Without the defect all of it arrives.
    try await eventually {
      let isOn = !world.set.faultReports.isEmpty
      return try await isOn ? true : waits() ? nil : true
    }
    return waits
  }
}
