import MockKit
import MockWeChat
import Testing

@Suite struct WeChatPushCipherTests {
  /// A message that an SDK in Python decrypts in its own tests.
  private static let sealed =
    "RgqEoJj5A4EMYlLvWO1F86ioRjZfaex/gePD0gOXTxpsq5Yj4GNglrBb8I2BAJVODGajiFnXBu7mCPatfjsu6IHCrsTyeDXz"
    + "F6Bv283dGymzxh6ydJRvZsryDyZbLTE7rhnus50qGPMfp2wASFlzEgMW9z1ef/RD8XzaFYgm7iTdaXpXaG4+BiYyolBug/gY"
    + "Nx410cvkKR2/nPwBiT+P4hIiOAQqGp/TywZBtDh1yCF2KOd0gpiMZ5jSw3e29mTvmUHzkVQiMS6td7vXUaWOMZnYZlF3So2S"
    + "jHnwh4jYFxdgpkHHqIrH/54SNdshoQgWYEvccTKe7FS709/5t6NMxuGhcUGAPOQipvWTT4dShyqio7mlsl5noTrb++x6En74"
    + "9zCpQVhDpbV6GDnTbcX2e8K9QaNWHp91eBdCRxthuL0="

  private func cipher(of appid: String = "wx49f0ab532d5d035a") throws -> PushCipher {
    PushCipher(key: try #require(PushKey(MockWorld.pushKey)), appid: appid)
  }

  @Test(
    "the signature is that of the platform's own examples",
    arguments: [
      ("1714036504", "1514711492", "f464b24fc39322e44b38aa78f5edd27bd1441696"),
      ("1714037059", "486452656", "899cf89e464efb63f54ddac96b0a0a235f53aa78"),
    ])
  func signature(time: String, nonce: String, expected: String) {
    #expect(PushSignature.of("AAAAA", time, nonce) == expected)
  }

  @Test("a message of the real platform is signed and decrypted alike")
  func example() throws {
    let signature = PushSignature.of("123456", "1411525903", "461056294", Self.sealed)
    #expect(signature == "74d92dfeb87ba7c714f89d98870ae5eb62dff26d")
    let text = try cipher().open(Self.sealed)
    #expect(text.contains("<Content><![CDATA[test]]></Content>"))
    #expect(text.contains("<FromUserName><![CDATA[messense]]></FromUserName>"))
  }

  @Test(
    "what is sealed opens again, whatever its length", arguments: [0, 1, 11, 12, 13, 31, 32, 500])
  func roundTrip(count: Int) throws {
    let text = String(repeating: "信", count: count)
    let sealed = try cipher().seal(text, salt: Array(0..<16))
    #expect(try cipher().open(sealed) == text)
  }

  @Test("what was sealed for another app does not open")
  func anotherApp() throws {
    #expect(throws: PushCipher.Problem.anotherApp("wx49f0ab532d5d035a")) {
      try cipher(of: "wx0000000000000000").open(Self.sealed)
    }
    #expect(throws: PushCipher.Problem.notEncrypted) { try cipher().open("AAAA") }
  }

  @Test(
    "a key has 43 letters and digits",
    arguments: [
      "", "abc", String(repeating: "a", count: 42) + "+", String(repeating: "a", count: 44),
    ])
  func keys(text: String) {
    #expect(PushKey(text) == nil)
  }
}
