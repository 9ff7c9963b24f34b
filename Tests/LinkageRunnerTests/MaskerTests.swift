import Foundation
import Testing
import Values

@testable import LinkageRunner

@Suite("Masking")
struct MaskerTests {
  private static let secret = "Pa\"s/w<o>rd+x y密"

  private func masker(_ secret: String = Self.secret) -> Masker {
    let masker = Masker { _ in "f00d" }
    masker.add(secret)
    return masker
  }

  static let forms: [String] = {
    let bytes = Data(secret.utf8)
    let base64 = bytes.base64EncodedString()
    let units = secret.utf16.map { String(format: "\\u%04x", $0) }.joined()
    return [
      secret, secret.uppercased(), "Pa\\\"s/w<o>rd+x y密", "Pa\\\"s\\/w<o>rd+x y密",
      "Pa\\\"s/w<o>rd+x y\\u5bc6", "Pa\\\"s/w\\u003co\\u003erd+x y\\u5bc6", units,
      secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "",
      "Pa%22s%2fw%3co%3erd%2bx%20y%e5%af%86", "Pa%22s/w%3Co%3Erd%2Bx%20y%E5%AF%86",
      bytes.map { String(format: "%%%02X", $0) }.joined(), base64,
      base64.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"),
      base64.replacingOccurrences(of: "=", with: ""),
      bytes.map { String(format: "%02x", $0) }.joined(),
      "Pa&quot;s/w&lt;o&gt;rd+x y密", "Pa&#34;s/w&lt;o&gt;rd&#43;x y密",
      "Pa&quot;s/w&lt;o&gt;rd+x y&#23494;", "Pa&quot;s/w&lt;o&gt;rd+x y&#x5bc6;",
      secret.unicodeScalars.map { "&#\($0.value);" }.joined(),
      "Pa\\\\\\\"s/w<o>rd+x y密",
    ]
  }()

  @Test("finds a secret in every form that systems write it", arguments: forms)
  func encoded(form: String) {
    #expect(masker().mask("before \(form) after") == "before ‹secret f00d› after")
  }

  @Test(
    "finds a secret inside a larger piece of base64, wherever it begins",
    arguments: 0..<4, [false, true])
  func inBase64(before: Int, forURLs: Bool) {
    let text = String(repeating: "u", count: before) + Self.secret + ":and more"
    var encoded = Data(text.utf8).base64EncodedString()
    if forURLs {
      encoded = encoded.replacingOccurrences(of: "+", with: "-")
        .replacingOccurrences(of: "/", with: "_")
    }
    let masked = masker().mask(encoded)
    #expect(masked.contains("‹secret f00d›"))
    // What is left beside the mask holds at most a byte of the secret at either side.
    let left = masked.replacingOccurrences(of: "‹secret f00d›", with: "")
    #expect(left.count <= encoded.count - Self.secret.utf8.count * 8 / 6 + 2)
  }

  @Test("finds a secret in bytes")
  func bytes() {
    let masked = masker().mask(.bytes(Array("x\(Self.secret)".utf8)))
    #expect(masked.stringValue?.contains("‹secret f00d›") == true)
  }

  @Test("leaves equal secrets equal and different ones different")
  func equality() {
    let masker = Masker { String($0.count) }
    masker.add("first-secret")
    masker.add("other-secret-2")
    #expect(masker.mask("first-secret") == masker.mask("first-secret"))
    #expect(masker.mask("first-secret") != masker.mask("other-secret-2"))
  }

  @Test("reaches keys, lists and numbers")
  func values() {
    let masker = masker("12345678")
    let value: Value = ["12345678": [.int(12_345_678), .double(12345678.5), .string("a")]]
    let text = masker.mask(value).json()
    #expect(!text.contains("12345678"))
    #expect(text.contains("\"a\""))
  }

  @Test("leaves other text and short secrets alone")
  func others() {
    #expect(masker("abc").mask("abcdef") == "abcdef")
    #expect(masker().mask("nothing secret") == "nothing secret")
  }

  @Test("takes the longest of secrets that begin alike")
  func longest() {
    let masker = masker("token-1")
    masker.add("token-12345")
    #expect(masker.mask("token-12345") == "‹secret f00d›")
  }

  @Test("masks before it cuts, so that no half of a secret is left at the cut", arguments: 0...32)
  func cut(before: Int) {
    let masker = masker("token-12345678901234567890")
    let text = String(repeating: "x", count: 100 - before) + "token-12345678901234567890 and more"
    let kept = masker.mask(text, limit: 100)
    let whole = Array(masker.mask(text).utf8)
    #expect(kept.text == String(decoding: whole.prefix(100), as: UTF8.self))
    #expect(kept.isCut == (whole.count > 100))
    #expect(!kept.text.contains("tok"))
  }

  @Test("knows what another knew, and keeps to itself what it learns")
  func sharing() {
    let first = masker("token-1")
    let second = Masker(knowing: first)
    second.add("token-2")
    #expect(second.mask("token-1 token-2") == "‹secret f00d› ‹secret f00d›")
    #expect(first.mask("token-2") == "token-2")
  }
}
