import CEL
import Values

/// Made-up people, for actors that no system knows yet.
enum FakeFunctions {
  static let all = [
    make("fake.phone", phone),
    make("fake.name") { $0.pick(families) + $0.pick(givens) },
    make("fake.email") { "\(word($0))\($0.digits(6))@example.com" },
    make("fake.password", password),
    make("fake.uuid", uuid),
    make("fake.word", word),
  ]

  private static func make(
    _ name: String, _ body: @escaping @Sendable (SeededRandom) -> String
  ) -> HostFunction {
    HostFunction(name: name, arity: 0, on: SeededRandom.self) {
      (random, _) throws(HostError) in .string(body(random))
    }
  }

  /// A mainland mobile number: eleven digits, 13 to 19 in front.
  private static func phone(_ random: SeededRandom) -> String {
    "1\(3 + random.below(7))\(random.digits(9))"
  }

  /// Sixteen characters with at least one of each kind that sites ask for.
  private static func password(_ random: SeededRandom) -> String {
    let letters = (0..<12).map { _ in String(random.pick(alphabet)) }.joined()
    return "Aa\(letters)\(random.digits(1))!"
  }

  private static func word(_ random: SeededRandom) -> String {
    (0..<3).map { _ in "\(random.pick(consonants))\(random.pick(vowels))" }.joined()
  }

  /// RFC 9562, version 4.
  private static func uuid(_ random: SeededRandom) -> String {
    let high = random.next() & 0xffff_ffff_ffff_0fff | 0x4000
    let low = random.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    let hex = padded(high) + padded(low)
    let cuts = [0, 8, 12, 16, 20, 32]
    let characters = Array(hex)
    return zip(cuts, cuts.dropFirst()).map { String(characters[$0..<$1]) }
      .joined(separator: "-")
  }

  private static func padded(_ number: UInt64) -> String {
    let hex = String(number, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }

  private static let alphabet = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
  private static let consonants = Array("bdfghjklmnprstvz")
  private static let vowels = Array("aeiou")
  private static let families = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "林", "何"]
  private static let givens = ["伟", "芳", "娜", "敏", "静", "磊", "洋", "晓梅", "志强", "雨桐", "子轩", "思远"]
}
