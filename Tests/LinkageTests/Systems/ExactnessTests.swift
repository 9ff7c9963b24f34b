import Foundation
import Testing

@Suite("Every digit from the wire to the reports")
struct ExactnessTests {
  private static let contract = """
    contract: linkage/v1
    platforms: { web: { title: Website }, mini: { title: Mini-program } }
    entities:
      order:
        key: orderId
        fields: { orderId: id, memberId: id, total: money, paid: money, at: time, ratio: number }
    operations:
      web.place:
        writes: [order]
        out: &order
          orderId: id
          memberId: id
          total: money
          paid: money
          shipping: money
          service: money
          label: money
          ratio: number
          at: time
      mini.order:
        reads: [order]
        out: *order
      web.back:
        in: { orderId: id, memberId: id, total: money, at: time }
        out: { amount: money }
    """

  private static func target(_ url: String) -> String {
    """
    target: shop
    platforms: { web: { base: "\(url)" }, mini: { base: "\(url)/mini" } }
    operations:
      web.place:
        post: /order
        out: &order
          orderId: http.body.orderId
          memberId: http.body.memberId
          total: http.body.total
          paid: http.body.paid
          shipping: http.body.shipping
          service: http.body.service
          label: http.body.label
          ratio: http.body.ratio
          at: http.body.at
      mini.order: { get: /order, out: *order }
      web.back:
        - { post: "/path/${with.orderId}/${with.memberId}" }
        - { get: /query, query: { order: "${with.orderId}", member: "${with.memberId}" } }
        - { post: /form, form: { order: "${with.orderId}", total: "${with.total}" } }
        - post: /json
          json: { order: "${with.orderId}", total: "${with.total}", at: "${with.at}", note: "for ${with.memberId}" }
          out: { amount: http.body.amount }
    """
  }

  private static let scenario = """
    scenario: exact
    steps:
      - id: place
        do: web.place
        expect:
          - http.body.orderId == 9007199254740993
          - http.headers['x-order'] == '9007199254740995'
          - out.orderId == '9007199254740993' && out.memberId == '18446744073709551615'
          - out.total == 1598 && out.paid == 10000 && out.label == 123450
          - out.shipping + out.service == 30
          - decimal(out.total + out.label) == '1250.48'
      - id: seen
        do: mini.order
        sync: { since: place, within: 5s }
        expect:
          - http.body.memberId == 18446744073709551615u
          - out.orderId == place.out.orderId && out.memberId == place.out.memberId
          - out.total == place.out.total && out.paid == place.out.paid
          - out.shipping == place.out.shipping && out.service == place.out.service
          - out.label == place.out.label && out.ratio == place.out.ratio
          - out.at - place.out.at == duration('1ns')
          - out.at > place.out.at && out.at < place.out.at + duration('1us')
      - id: back
        do: web.back
        with: { orderId: "${seen.out.orderId}", memberId: "${seen.out.memberId}", total: "${seen.out.total}", at: "${seen.out.at}" }
        expect: [ out.amount == place.out.shipping + place.out.service ]
      - id: raw
        on: web
        post: /raw
        json: { small: "${place.http.body.orderId}", large: "${seen.http.body.memberId}", total: "${place.http.body.total}", ratio: "${place.http.body.ratio}" }
    """

  private static let wrong = """

      - id: wrong
        do: mini.order
        expect:
          - http.body.memberId == 18446744073709551614u
          - out.orderId == '9007199254740992'
          - out.total + out.label == 125047
          - out.at - place.out.at == duration('2ns')
          - out.ratio == 0.3
          - place.http.body.orderId == 9007199254740992
    """

  private func stage(_ shop: ExactShop, _ scenario: String) throws -> Folder {
    let folder = try Folder()
    try folder.write(Self.contract, to: "contract.yaml")
    try folder.write(Self.target(shop.server.url), to: "target.yaml")
    try folder.write(scenario, to: "exact.yaml")
    return folder
  }

  private static let run = ["run", "exact.yaml", "--target", "target.yaml"]

  @Test("the platforms' ways to write ids, money and times are compared exactly, and sent back")
  func compared() async throws {
    let shop = try ExactShop()
    let folder = try stage(shop, Self.scenario)
    let run = try await Binary.run(Self.run, in: folder)
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    let requests = shop.requests
    try #require(requests.count == 5)
    #expect(requests[0].path == "/path/9007199254740993/18446744073709551615")
    #expect(
      requests[1].query == ["order": "9007199254740993", "member": "18446744073709551615"])
    #expect(requests[2].text == "order=9007199254740993&total=1598")
    #expect(
      requests[3].text == #"{"order":"9007199254740993","total":1598,"#
        + #""at":"2026-03-29T00:30:00.12345679Z","note":"for 18446744073709551615"}"#)
    #expect(
      requests[4].text == #"{"small":9007199254740993,"large":18446744073709551615,"#
        + #""total":15.98,"ratio":0.30000000000000004}"#)
  }

  @Test("reports and the stored run show every digit, and judging again changes none")
  func shown() async throws {
    let shop = try ExactShop()
    let folder = try stage(shop, Self.scenario + Self.wrong)
    let run = try await Binary.run(Self.run, in: folder)
    #expect(run.code == 1, "\(run.errors)\(run.output)")
    let digits = [
      "9007199254740993", "18446744073709551615", "123450", "0.30000000000000004",
      ".123456789", ".12345679",
    ]
    let reports = ["results.json", "junit.xml"].map { "results/latest/\($0)" }
    let first = try reports.map(folder.read)
    for (name, text) in zip(reports + ["console"], first + [run.output]) {
      for digit in digits { #expect(text.contains(digit), "\(digit) in \(name)\n\(text)") }
    }
    let stored = try folder.everything().filter { $0.name.contains("linkage.sqlite") }
      .reduce(Data()) { $0 + $1.bytes }
    for digit in digits {
      #expect(stored.range(of: Data(digit.utf8)) != nil, "\(digit)")
    }
    let again = try await Binary.run(["check", "last"], in: folder)
    #expect(again.code == 1)
    #expect(try reports.map(folder.read) == first)
  }
}
