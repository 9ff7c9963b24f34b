import LinkageCore
import Testing

@Suite("Where a URL leads")
struct URLAuthorityTests {
  struct Row: Sendable {
    var url: String
    var parts: [String?]

    init(_ url: String, _ user: String?, _ password: String?, _ host: String, _ port: String?) {
      self.url = url
      parts = [user, password, host, port]
    }
  }

  @Test(
    "is taken apart as it stands",
    arguments: [
      Row("http://shop.example", nil, nil, "shop.example", nil),
      Row("https://shop.example:8443/a@b:1?c", nil, nil, "shop.example", "8443"),
      Row("http://me:p%40:s@shop.example:80/", "me", "p%40:s", "shop.example", "80"),
      Row("http://me@shop.example?a=b@c", "me", nil, "shop.example", nil),
      Row("http://a@b@shop.example#@", "a@b", nil, "shop.example", nil),
      Row("http://:@[::1]:4701", "", "", "[::1]", "4701"), Row("[::1]", nil, nil, "[::1]", nil),
      Row("me:it@proxy:3128", "me", "it", "proxy", "3128"), Row("", nil, nil, "", nil),
      Row("http://:0:0", nil, nil, ":0", "0"), Row("http://@", "", nil, "", nil),
    ])
  func parts(row: Row) {
    let authority = URLAuthority(of: row.url)
    let parts = [authority.user, authority.password, authority.host, authority.port]
    #expect(parts.map { $0.map(String.init) } == row.parts)
  }

  @Test(
    "never leaves the machine by these names alone",
    arguments: [
      ("http://127.0.0.1:4701/a", true), ("https://u:p@LocalHost/", true), ("http://[::1]:1", true),
      ("http://127.9.9.9", true), ("http://localhost.example/", false), ("http://10.0.0.1", false),
      ("http://shop.example/127.0.0.1", false), ("http://127.0.0.1@shop.example/", false),
    ])
  func loopback(url: String, isLoopback: Bool) {
    #expect(URLAuthority(of: url).isLoopback == isLoopback)
  }

  @Test("is told without user and password, and decoded byte by byte")
  func told() {
    #expect(URLAuthority.withoutUser("http://me:it@a:1/b@c") == "http://a:1/b@c")
    #expect(URLAuthority.withoutUser("me@a") == "a" && URLAuthority.withoutUser("a/b@c") == "a/b@c")
    for (text, decoded) in [("p%40ss", "p@ss"), ("%4", "%4"), ("%zz%41%", "%zzA%"), ("", "")] {
      #expect(String(decoding: URLAuthority.decoded(text), as: UTF8.self) == decoded)
    }
  }
}
