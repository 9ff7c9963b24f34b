import MockKit
import Mocks

extension DefectCase {
  static let figures: [DefectCase] = [
    DefectCase("figures_day_shift") { world in
      let day = world.morning()
      try await world.visitor(.web).tell("visit", by: "v-1")
      return { try await world.share("crossPlatformConversion", day, day) == "0/0" }
    },
    DefectCase("figures_count_visits") { world in
      let day = world.morning()
      for _ in 1...2 { try await world.visitor(.web).tell("visit", by: "v-1") }
      return { try await world.share("crossPlatformConversion", day, day) == "0/2" }
    },
  ]
}
