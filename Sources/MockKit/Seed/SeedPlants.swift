/// What is to be added to a running set, as if all sides had long known it.
package struct SeedPlants: Sendable, Decodable {
  struct Account: Sendable, Decodable {
    let phone: String
    let name: String?
    let level: MemberLevel?
    let points: Int?
    /// For the website.
    let password: String?
    /// Whether the phone's WeChat user is bound to the member.
    let wechat: Bool?
  }

  let members: [Account]?
  let products: [SeedData.Item]?
}

/// What was added.
package struct SeedHarvest: Sendable, Encodable {
  struct Planted: Sendable, Encodable {
    let memberId: String
    let phone: String
    /// Where the phone's WeChat user is bound to the member.
    let openid: String?
  }

  let members: [Planted]
  /// Their skus.
  let products: [String]
}

extension SeedData.Item {
  func check(at index: Int) throws(InvalidRequest) {
    try price.checkAsPrice(of: "products[\(index)].price")
    guard (0...1_000_000_000).contains(stock) else {
      throw InvalidRequest(
        field: "products[\(index)].stock", reason: .outside("0 to 1000000000"))
    }
    guard (1...1000).contains(uses ?? 1) else {
      throw InvalidRequest(field: "products[\(index)].uses", reason: .outside("1 to 1000"))
    }
  }
}

extension SeedData.Account {
  init(_ plant: SeedPlants.Account, at index: Int) throws {
    let field = "members[\(index)]"
    guard (0...1_000_000).contains(plant.points ?? 0) else {
      throw InvalidRequest(field: "\(field).points", reason: .outside("0 to 1000000"))
    }
    try MobileNumber.check(plant.phone)
    self.init(
      phone: plant.phone,
      name: try plant.name.map(MemberName.check) ?? "会员\(plant.phone.suffix(4))",
      level: plant.level ?? .bronze, points: plant.points ?? 0, password: plant.password,
      wechat: plant.wechat ?? false)
  }
}
