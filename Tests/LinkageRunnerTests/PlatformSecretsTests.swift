import Foundation
import LinkageCore
import Testing

@testable import LinkageRunner

@Suite("What platforms keep to themselves")
struct PlatformSecretsTests {
  private func secrets(
    base: String = "https://a", proxy: Connection.Proxy = .environment, password: String? = nil
  ) -> Set<String> {
    var settings = Connection.Settings()
    settings.proxy = proxy
    settings.certificate = Connection.Certificate(file: "c", key: "k", password: password)
    return Set(
      SecretNames.secrets(
        of: Target.Platform(
          name: "web", base: base, keepsCookies: true, sessionHeaders: [], timeout: nil,
          inFlight: nil, connection: Connection(settings), place: nil)))
  }

  private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  @Test("nothing is secret where nothing is said")
  func nothing() {
    #expect(secrets() == [])
    #expect(secrets(proxy: .at("http://proxy:3128/100%25", except: "a@b")) == [])
  }

  @Test("a key's password is secret")
  func key() {
    #expect(secrets(password: "geheim") == ["geheim"])
  }

  @Test("a password of an address or a proxy is secret, also as it is sent")
  func urls() {
    #expect(secrets(base: "https://u:geheim@a") == ["geheim", base64("u:geheim")])
    #expect(
      secrets(proxy: .at("http://u:geheim@p:3128", except: "")) == ["geheim", base64("u:geheim")])
  }

  @Test("a password that a URL encodes is secret in both forms")
  func encoded() {
    let found = secrets(proxy: .at("http://u%3a:p%40s%3As%2@p:3128", except: ""))
    #expect(
      found == [
        "p%40s%3As%2", base64("u%3a:p%40s%3As%2"), "p@s:s%2", base64("u::p@s:s%2"),
      ])
  }
}
