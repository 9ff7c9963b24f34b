import Foundation
import MockKit
import Mocks
import Testing

/// Reports of the library: who gets them where.
@Suite struct LibraryTests {
  private static let open = "tea-market"
  private static let exclusive = "harvest-outlook"

  @Test("both platforms show the same library to everybody, each report under a tag")
  func lists() async throws {
    try await MockWorld.run { world in
      let list = try await world.visitor(.web).call("GET", "/api/library")
      #expect(list.status == 200)
      #expect(try await world.visitor(.mini).call("GET", "/api/library").json == list.json)
      let reports = list.json["items"].list
      #expect(reports.filter { $0["exclusive"] == .bool(true) }.count == 1)
      for report in reports {
        let path = "/api/library/\(report["reportId"].text)"
        let shown = try await world.visitor(.mini).call("GET", path)
        #expect(shown.json == report)
        let tag = try #require(shown.wire.header("etag"))
        let again = try await world.visitor(.mini).call(
          "GET", path, headers: [("if-none-match", tag)])
        #expect(again.status == 304)
      }
      let missing = try await world.visitor(.web).call("GET", "/api/library/none")
      #expect(missing.outcome == "404 /problems/report-not-found")
    }
  }

  @Test("a PDF is one: its table of objects leads to each of them")
  func isPDF() async throws {
    try await MockWorld.run { world in
      let file = try await world.visitor(.web).call("GET", "/api/library/teapot-care/file")
      #expect(file.wire.header("content-type") == "application/pdf")
      let bytes = [UInt8](file.wire.body)
      #expect(file.text.hasPrefix("%PDF-1.4\n") && file.text.hasSuffix("%%EOF\n"))
      #expect(file.text.contains(#"(Rinse with hot water alone \(never with soap\).) Tj"#))
      let entries = file.text.matches(of: /(\d{10}) 00000 n \n/).compactMap { Int($0.1) }
      #expect(entries.count == 6)
      for (index, offset) in entries.enumerated() {
        let object = String(decoding: bytes[offset...].prefix(8), as: UTF8.self)
        #expect(object.hasPrefix("\(index + 1) 0 obj\n"))
      }
      let start = try #require(file.text.firstMatch(of: /startxref\n(\d+)\n/)?.1)
      let table = String(decoding: bytes[(try #require(Int(start)))...].prefix(9), as: UTF8.self)
      #expect(table == "xref\n0 7\n")
      let length = try #require(file.text.firstMatch(of: /\/Length (\d+)>>\nstream\n/))
      let content = file.text[length.range.upperBound...]
      let end = try #require(content.range(of: "\nendstream"))
      #expect(String(length.1) == "\(content[..<end.lowerBound].utf8.count)")
    }
  }

  @Test("what is for everybody opens without a session, what is for members alone does not")
  func exclusive() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.web)
      #expect(try await visitor.call("GET", "/api/library/\(Self.open)/file").status == 200)
      let path = "/api/library/\(Self.exclusive)"
      let refusal = "401 /problems/registration-required"
      #expect(try await visitor.call("GET", "\(path)/file").outcome == refusal)
      #expect(try await visitor.call("POST", "\(path)/download").outcome == refusal)
      for other in [Self.open, "none"] {
        let answer = try await visitor.call(
          "POST", "/api/library/\(other)/download", "nonsense",
          headers: [("idempotency-key", "\"")])
        #expect(answer.outcome == "401 /problems/not-logged-in", "\(other)")
      }
      let member = try await world.register("13912345678", on: .web)
      #expect(try await member.call("GET", "\(path)/file").status == 200)
      try await member.call("POST", "/api/logout")
      #expect(try await member.call("GET", "\(path)/file").outcome == refusal)
    }
  }

  @Test("a link of the mini-program is known on both platforms by what was downloaded through it")
  func link() async throws {
    try await MockWorld.run { world in
      let guest = world.visitor(.mini)
      let made = try await guest.call(
        "POST", "/api/library/\(Self.exclusive)/link", #"{"source":"chat"}"#)
      #expect(made.status == 201)
      let link = made.json["link"].text
      #expect(made.json["path"].text == "/library/\(Self.exclusive)?link=\(link)")
      let customer = try await Customer.join(world)
      let got = try await customer.web.call(
        "POST", "/api/library/\(Self.exclusive)/download", #"{"link":"\#(link)"}"#)
      #expect(got.status == 201)
      try await world.settle()
      for side in ShopSide.allCases {
        let item = try await customer.visitor(side).call("GET", "/api/downloads").json["items"][0]
        #expect(item["linkId"] == made.json["linkId"] && item["source"].text == "chat", "\(side)")
      }
    }
  }

  @Test("a link that is altered, of another report or another purpose is refused by its field")
  func forged() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let link = try await customer.mini.call("POST", "/api/library/\(Self.open)/link").json["link"]
        .text
      let ticket = try await customer.mini.handOver(to: "/orders").json["ticket"].text
      for (report, text) in [
        (Self.exclusive, link), (Self.open, "x\(link)"), (Self.open, "."), (Self.open, ticket),
      ] {
        let answer = try await customer.web.call(
          "POST", "/api/library/\(report)/download", #"{"link":"\#(text)"}"#)
        #expect(answer.outcome == "422 /problems/invalid-request", "\(text)")
        #expect(answer.json["detail"].text.contains("`link`"))
      }
      #expect(try await customer.web.call("GET", "/api/downloads").json["items"].list.isEmpty)
      let long = String(repeating: "x", count: 65)
      let odd = try await customer.mini.call(
        "POST", "/api/library/\(Self.open)/link", #"{"source":"\#(long)"}"#)
      #expect(odd.outcome == "422 /problems/invalid-request")
      let missing = try await customer.mini.call("POST", "/api/library/none/link")
      #expect(missing.outcome == "404 /problems/report-not-found")
    }
  }

  @Test("a visitor comes by a link, registers on the page and is led back to the download")
  func pages() async throws {
    try await MockWorld.run { world in
      let made = try await world.visitor(.mini).call(
        "POST", "/api/library/\(Self.exclusive)/link", #"{"source":"chat"}"#)
      let browser = Browser(world)
      let page = try await browser.open(made.json["path"].text)
      #expect(page.status == 200 && page.form("download") == nil)
      #expect(!page.text.contains("/api/library/\(Self.exclusive)/file"))
      let register = try #require(page.attribute("href", of: "register-first"))
      let registered = try await browser.submit(
        "register", of: register, WebsitePageTests.person)
      #expect(registered.status == 303 && registered.location == made.json["path"].text)
      let done = try await browser.submit("download", of: made.json["path"].text)
      #expect(done.location == "/downloads?done=\(Self.exclusive)")
      let mine = try await browser.open("/downloads")
      #expect(mine.text.contains("data-report=\"\(Self.exclusive)\""))
      let file = try await browser.open("/api/downloads/\(Self.exclusive)/file")
      #expect(file.text.hasPrefix("%PDF-"))
      #expect(try await browser.open("/library").text.contains("data-report=\"\(Self.open)\""))
      let missing = try await Browser(world, languages: "zh-CN").open("/library/none")
      #expect(missing.status == 404 && missing.text.contains("资料不存在"))
    }
  }
}
