import MockKit
import Mocks

extension DefectCase {
  static let library: [DefectCase] = [
    DefectCase("exclusive_open") { world in
      {
        let path = "/api/library/harvest-outlook/file"
        return try await world.visitor(.web).call("GET", path).status == 200
      }
    },
    DefectCase("download_truncated") { world in
      let customer = try await Customer.join(world)
      let download = try await customer.web.call(
        "POST", "/api/library/tea-market/download", "{}"
      ).json
      return {
        let here = try await customer.web.call("GET", download["path"].text)
        let there = try await customer.mini.call("GET", download["path"].text)
        return here.wire.body.count == download["bytes"].int && there.status == 200
          && there.wire.body.count < here.wire.body.count
      }
    },
    DefectCase("theme_drift") { world in
      _ = try await world.visitor(.web).call(
        "PATCH", "/api/staff/theme", ##"{"primaryColor":"#8a1c1c","cornerRadius":3}"##,
        headers: [MockWorld.clerk, ("if-match", "\"1\"")])
      return {
        let look = try await world.visitor(.mini).call("GET", "/api/theme").json
        return look["primaryColor"].text == "#8a1c1c" && look["cornerRadius"].int == 10
      }
    },
  ]
}
