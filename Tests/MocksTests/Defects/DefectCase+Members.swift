import MockKit
import Mocks

extension DefectCase {
  private static let phone = "13912345678"
  private static let stranger = "13912345679"

  static let members: [DefectCase] = [
    DefectCase("clock_skew_last_write_wins") { world in
      let customer = try await Customer.join(world)
      _ = try await customer.web.rename("王芳")
      try await world.settle()
      _ = try await customer.mini.rename("王小芳")
      return { try await customer.web.member["name"].text == "王芳" }
    },
    DefectCase("delete_not_propagated") { world in
      let customer = try await Customer.join(world)
      try await customer.web.call("DELETE", "/api/member")
      return { try await customer.mini.call("GET", "/api/member").status == 200 }
    },
    DefectCase("delete_resurrects") { world in
      let customer = try await Customer.join(world)
      try await customer.web.call("DELETE", "/api/member")
      return { try await world.logIn(phone, on: .mini).answer.status == 200 }
    },
    // The website never hears of that other member, so what is told of it stays on its way.
    DefectCase("identity_split", settles: false) { world in
      let customer = try await Customer.join(world)
      return { try await ids(customer).count == 2 }
    },
    DefectCase("identity_mismerge") { world in
      _ = try await Customer.join(world, stranger)
      let customer = try await Customer.join(world)
      return { try await customer.mini.member["mergedIds"].list.count == 1 }
    },
    DefectCase("cookie_unprotected") { world in
      let (_, answer) = try await world.tryToRegister("13912345678", on: .web)
      return { answer.wire.header("set-cookie")?.contains("HttpOnly") == false }
    },
    DefectCase("int64_id_rounding") { world in
      let customer = try await Customer.join(world)
      return { try await ids(customer).count == 2 }
    },
  ]

  /// What the two platforms take the member for.
  private static func ids(_ customer: Customer) async throws -> Set<String> {
    [
      try await customer.web.member["memberId"].text,
      try await customer.mini.member["memberId"].text,
    ]
  }
}
