import MockKit
import Mocks

extension DefectCase {
  static let services: [DefectCase] = [
    DefectCase("reply_doubled") { world in
      let customer = try await Customer.join(world)
      let id = try await customer.web.ask()
      try await world.settle()
      _ = try await customer.mini.reply("好", to: id)
      return {
        let shown = try await customer.web.call("GET", "/api/inquiries/\(id)").json
        return shown["messages"].list.count { $0["text"].text == "好" } == 2
      }
    },
    DefectCase("stage_skipped") { world in
      let customer = try await Customer.join(world)
      let id = try await customer.web.wish()
      for stage in ["reviewing", "designing", "quoted"] { _ = try await world.move(id, to: stage) }
      return {
        let shown = try await customer.mini.call("GET", "/api/solutions/\(id)").json
        return shown["stages"].list.map { $0["stage"].text } == ["received", "reviewing", "quoted"]
      }
    },
    DefectCase("prompt_every_visit") { world in
      let customer = try await Customer.join(world)
      let first = try await customer.web.prompt()["show"]
      let second = try await customer.web.prompt()["show"]
      return { first == .bool(true) && second == .bool(true) }
    },
  ]
}
