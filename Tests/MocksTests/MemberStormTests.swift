import MockKit
import Mocks
import Testing

/// Everything that may happen to members, in an order that a seed decides, on both sides of a link that
/// comes and goes.
private struct Storm {
  private static let phones = (0..<5).map { "1391234560\($0)" }

  let world: MockWorld
  var random: SplitMix
  var visitors: [(side: ShopSide, visitor: Visitor)] = []

  mutating func blow(_ steps: Int) async throws {
    for _ in 0..<steps {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: world.set.setLink(LinkFaults(down: Bool.random(using: &random)))
      case 1, 2: try await register()
      case 3: try await prove()
      default: try await act()
      }
    }
    world.set.setLink(LinkFaults())
    try await world.settle()
  }

  private mutating func phone() -> String {
    Self.phones.randomElement(using: &random) ?? ""
  }

  private mutating func register() async throws {
    let (phone, side) = (phone(), Bool.random(using: &random) ? ShopSide.web : .mini)
    let (visitor, answer) = try await world.tryToRegister(phone, on: side)
    #expect([201, 409].contains(answer.status), "\(answer.text)")
    if answer.status == 201 { visitors.append((side, visitor)) }
  }

  /// The WeChat user of one phone shows the number of another one.
  private mutating func prove() async throws {
    let openid = try await world.codes(phone())["openid"].text
    let (visitor, answer) = try await world.logIn(with: world.codes(phone(), openid: openid))
    #expect([200, 404].contains(answer.status), "\(answer.text)")
    if answer.status == 200 { visitors.append((.mini, visitor)) }
  }

  private mutating func act() async throws {
    guard let (_, visitor) = visitors.randomElement(using: &random) else { return }
    let amount = Int.random(in: 1...20, using: &random)
    let calls = [
      ("POST", "/api/points/earn", #"{"amount":\#(amount),"reason":"x"}"#),
      ("POST", "/api/points/spend", #"{"amount":\#(amount),"reason":"x"}"#),
      ("POST", "/api/sign-in", ""), ("POST", "/api/coupons", #"{"offer":"welcome-10"}"#),
      ("POST", "/api/coupons", #"{"offer":"spring-20"}"#), ("DELETE", "/api/member/wechat", ""),
      ("POST", "/api/logout", #"{"everywhere":\#(amount < 4)}"#),
      ("DELETE", amount < 4 ? "/api/member" : "/api/member/wechat", ""),
      ("PATCH", "/api/member", #"{"name":"n\#(amount)"}"#),
      ("PATCH", "/api/member", #"{"city":"c\#(amount)"}"#),
      ("PATCH", "/api/member", #"{"email":null,"birthday":"1990-01-\#(9 + amount)"}"#),
    ]
    guard let (method, path, body) = calls.randomElement(using: &random) else { return }
    let answer = try await visitor.call(method, path, body, headers: [("if-match", "*")])
    #expect(answer.status < 500 || answer.status == 503, "\(path) \(answer.text)")
  }

  /// What a member sees on one side.
  private func view(_ visitor: Visitor) async throws -> [JSON] {
    var seen: [JSON] = []
    for path in ["/api/member", "/api/points", "/api/coupons", "/api/sign-in"] {
      seen.append(try await visitor.call("GET", path).json.without("syncNotice"))
    }
    return seen
  }

  /// The WeChat user of a phone may have become another phone's member.
  func compare() async throws {
    for phone in Self.phones {
      let (mini, login) = try await world.logIn(phone, on: .mini)
      try await world.settle()
      let number = login.status == 200 ? login.json["member"]["phone"].text : phone
      let (web, answer) = try await world.logIn(number, on: .web)
      #expect((login.status == 200) == (answer.status == 200), "\(phone) \(answer.text)")
      guard login.status == 200 else { continue }
      let seen = try await view(mini)
      #expect(try await view(web) == seen, "\(phone)")
      #expect(seen[1]["balance"].int ?? -1 >= 0)
    }
    #expect(world.set.linkStatus.values.allSatisfy { $0.deadLetters == 0 })
  }
}

/// Steele, Lea and Flood's generator of pseudo-random numbers.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct MemberStormTests {
  @Test(
    "whatever happens to members on a link that comes and goes, both sides end with the same",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 27, 30, 47, 65, 76, 92] as [UInt64])
  func converges(seed: UInt64) async throws {
    try await MockWorld.run { world in
      var storm = Storm(world: world, random: SplitMix(state: seed))
      try await storm.blow(150)
      try await storm.compare()
    }
  }
}
