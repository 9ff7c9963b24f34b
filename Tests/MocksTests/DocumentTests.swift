import Foundation
import MockKit
import Mocks
import Testing
import Yams

@Suite struct DocumentTests {
  private static let methods: Set<String> = ["get", "post", "put", "patch", "delete"]

  /// The pages of the website are for people; everything else is for programs, and told of.
  private static func isInterface(_ title: String) -> Bool {
    let path = title.drop { $0 != "/" }
    return ["/api/", "/_", "/health", "/docs", "/openapi.json"].contains { path.hasPrefix($0) }
  }

  private static func document(_ world: MockWorld, _ side: ShopSide) async throws -> JSON {
    let answer = try await world.visitor(on: side).call("GET", "/openapi.json")
    #expect(answer.wire.header("content-type") == "application/json")
    return answer.json
  }

  private static func operations(_ document: JSON) -> [(title: String, operation: JSON)] {
    let paths = document["paths"]
    return paths.keys.flatMap { path in
      paths[path].keys.intersection(methods).map { method in
        ("\(method.uppercased()) \(path)", paths[path][method])
      }
    }
  }

  /// Every text under the name, wherever it stands.
  private static func all(_ name: String, in json: JSON) -> [JSON] {
    switch json {
    case .object(let fields):
      fields.flatMap { ($0.key == name ? [$0.value] : []) + all(name, in: $0.value) }
    case .list(let items): items.flatMap { all(name, in: $0) }
    default: []
    }
  }

  @Test("every route that is served is in the document, and no other", arguments: ShopSide.allCases)
  func complete(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let served = Set(try #require(world.set.routes[side.server]).filter(Self.isInterface))
      let told = Set(Self.operations(try await Self.document(world, side)).map(\.title))
      #expect(served.subtracting(told) == [], "served and not in the document")
      #expect(told.subtracting(served) == [], "in the document and not served")
    }
  }

  @Test(
    "a document is whole: references lead somewhere, names are used once, both languages are there",
    arguments: ShopSide.allCases)
  func whole(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let document = try await Self.document(world, side)
      #expect(document["openapi"].text == "3.1.0")
      for reference in Self.all("$ref", in: document).map(\.text) {
        let parts = reference.split(separator: "/").map(String.init)
        #expect(
          parts.first == "#" && parts.dropFirst().reduce(document) { $0[$1] } != .null,
          "\(reference)")
      }
      let operations = Self.operations(document)
      #expect(Set(operations.map { $0.operation["operationId"].text }).count == operations.count)
      let tags = Set(document["tags"].list.map { $0["name"].text })
      for (title, operation) in operations {
        #expect(!operation["summary"].text.isEmpty && !operation["x-zh"].text.isEmpty, "\(title)")
        #expect(tags.contains(operation["tags"][0].text), "\(title)")
        #expect(operation["responses"].keys.contains { $0.hasPrefix("2") }, "\(title)")
      }
      #expect(Self.all("x-problems", in: document["paths"]).isEmpty)
      // YAML takes `off` and `no` for truth values.
      for required in Self.all("required", in: document["components"]["schemas"]) {
        for name in required.list { #expect(!name.text.isEmpty, "\(required)") }
      }
    }
  }

  @Test("no two files that both sites' documents are made of give one name to two things")
  func names() throws {
    let own: Set = ["website.yaml", "mini-program.yaml"]
    var files: [String: String] = [:]
    for (file, bytes) in try MockWorld.options.openAPI where !own.contains(file) {
      let document = try Yams.load(yaml: String(decoding: bytes, as: UTF8.self)) as? [String: Any]
      let components = document?["components"] as? [String: [String: Any]] ?? [:]
      for name in components.flatMap({ group, things in things.keys.map { "\(group)/\($0)" } }) {
        let other = files.updateValue(file, forKey: name)
        #expect(other == nil, "\(name) stands in \(other ?? "") and \(file)")
      }
    }
    #expect(files.count > 50)
  }

  @Test("a request for an order says that it needs a key, and what it may be refused for")
  func rules() async throws {
    try await MockWorld.run { world in
      let document = try await Self.document(world, .web)
      let order = document["paths"]["/api/orders"]["post"]
      #expect(
        order["parameters"].list.contains(
          .object(["$ref": .text("#/components/parameters/RequiredIdempotencyKey")])))
      let types = { (status: String) in
        order["responses"][status]["content"]["application/problem+json"]["schema"]["properties"][
          "type"]["enum"].list
      }
      #expect(types("401") == [.text("/problems/not-logged-in")])
      #expect(types("400").contains(.text("/problems/idempotency-key-missing")))
      #expect(types("409").contains(.text("/problems/out-of-stock")))
      #expect(document["paths"]["/api/orders"]["get"]["responses"]["409"] == .null)
    }
  }

  @Test(
    "the page speaks the reader's language",
    arguments: [
      ("", "", "en"), ("?lang=zh", "", "zh-CN"), ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
      ("", "en-US,zh;q=0.5", "en"), ("", "fr, zh;q=0.3, en;q=0", "zh-CN"), ("", "de", "en"),
      ("?lang=en", "zh", "en"),
    ])
  func language(query: String, preferred: String, tag: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.web).call(
        "GET", "/docs\(query)", headers: [("accept-language", preferred)])
      #expect(answer.status == 200 && answer.wire.header("content-language") == tag)
      #expect(answer.wire.header("content-type") == "text/html; charset=utf-8")
      #expect(answer.text.contains("<html lang=\"\(tag)\">"))
      #expect(answer.text.contains(tag == "en" ? "Place an order" : "下单"))
    }
  }

  @Test(
    "the page shows every operation, the accounts and lines to copy, and loads nothing",
    arguments: ShopSide.allCases)
  func page(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let document = try await Self.document(world, side)
      let page = try await world.visitor(on: side).call("GET", "/docs").text
      for (_, operation) in Self.operations(document) {
        #expect(page.contains("<article id=\"op-\(operation["operationId"].text)\">"))
      }
      let base = try #require(world.set.urls[side.server])
      #expect(page.contains("'\(base)/api/orders'") && page.contains("13800000001"))
      #expect(page.contains("id=\"idempotency\""))
      for outside in ["<link", "<img", "<iframe", " src=", "@import", "url("] {
        #expect(!page.contains(outside), "\(outside)")
      }
      let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(Set(ids).count == ids.count)
      for target in page.split(separator: "href=\"#").dropFirst().map({ $0.prefix { $0 != "\"" } })
      {
        #expect(ids.contains(target), "\(target)")
      }
    }
  }

  @Test("what a reader sends does not become part of the page")
  func escapes() async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.web).call("GET", "/docs?lang=%3Cb%3E")
      #expect(answer.outcome == "422 /problems/invalid-request")
    }
  }
}
