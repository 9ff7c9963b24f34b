import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Isolation")
struct IsolationTests {
  private static let phone = "13812345678"

  /// Bob, or who else is named, gets an answer.
  private func check(
    _ answer: String, to viewer: String = "bob", in number: Int = 0,
    _ fill: (inout TinyShop) -> Void = { _ in }
  ) throws -> CheckResult {
    var shop = TinyShop()
    shop.sights = [Contract.Sight(actor: "clerk", sees: ["alice"])]
    shop.read(viewer, "web", "member", at: (0, 10), in: number)
    shop.answer(answer)
    fill(&shop)
    let fields = Value.map(["phone": .string(Self.phone), "sku": "notebook-2026"])
    shop.brought("alice", fields, made: ["phone"])
    return try shop.check(Isolation())
  }

  @Test("a phone number in somebody else's answer is told, without the number")
  func leaked() throws {
    let result = try check(#"{"phone":"13812345678"}"#)
    #expect(
      result
        == CheckResult(
          checker: "isolation", observed: 1,
          violations: [
            CheckResult.Violation(
              type: .leaked, witness: [2], step: StepReference(case: 0, step: 0),
              platform: "web", field: "phone",
              facts: [.init("owner", "alice"), .init("case", "tiny-0")])
          ]))
  }

  @Test("the same name in another case is somebody else")
  func otherCase() throws {
    #expect(try check("13812345678", to: "alice", in: 1).types == [.leaked])
  }

  @Test("her own answer, or that of whom the contract lets see it, is right")
  func allowed() throws {
    #expect(try check("13812345678", to: "alice").judgement == .pass)
    #expect(try check("13812345678", to: "clerk").judgement == .pass)
  }

  @Test(
    "part of a longer word is something else",
    arguments: ["1381234567", "138123456789", "x13812345678", "notebook-2026", ""])
  func look(answer: String) throws {
    #expect(try check(answer).judgement == .pass)
  }

  @Test("who acted with her data, or shows what he sent himself, gives nothing away")
  func partners() throws {
    let given = Value.map(["phone": .string(Self.phone)])
    #expect(
      try check("13812345678") {
        $0.write("bob", "web", "member", at: (20, 30), with: given)
      }.judgement == .pass)
    #expect(
      try check("13812345678") {
        $0.write("bob", "web", "member", at: (20, 30), .refused(error: "no"), with: given)
      }.judgement == .pass)
  }

  @Test("what two actors have in common is nobody's")
  func common() throws {
    let result = try check("13812345678") {
      $0.brought("eve", .map(["phone": .string(Self.phone)]), made: ["phone"])
    }
    #expect(result.judgement == .unknown)
  }

  @Test("a secret's fingerprint, an e-mail address and a value deep inside are canaries, too")
  func kinds() throws {
    var shop = TinyShop()
    shop.read("bob", "web", "member", at: (0, 10))
    shop.answer(#"{"a":"‹secret 1a2b3c4d›","b":"(kako123456@example.com)","c":"9f3c-77ab12cd9"}"#)
    shop.brought("alice", .map(["password": "‹secret 1a2b3c4d›"]), made: [])
    shop.brought("carol", .map(["email": "kako123456@example.com"]), made: ["email"])
    shop.brought(
      "dave", .map(["address": .map(["key": "9f3c-77ab12cd9"])]), made: ["address.key"])
    let result = try shop.check(Isolation())
    #expect(result.violations.map(\.field) == ["password", "email", "address.key"])
  }

  @Test("without anybody's fields nothing is known")
  func nothing() throws {
    var shop = TinyShop()
    shop.read("bob", "web", "member", at: (0, 10))
    #expect(
      try shop.check(Isolation()) == CheckResult(checker: "isolation", observed: 0, violations: []))
  }
}
