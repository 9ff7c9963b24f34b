import Foundation
import MockKit
import Mocks
import Testing

@Suite("What WeChat Pay remembers") struct WeChatPayStateTests {
  @Test("a reset forgets payments, a snapshot brings them back")
  func snapshot() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let prepay = try await merchant.prepay("STATE001")
      let console = world.visitor(.console)
      try await console.call("POST", "/_admin/v1/snapshots", #"{"name":"before"}"#).expect(201)
      try await merchant.device(prepay, "pay").expect(200)
      try await console.call("POST", "/_admin/v1/snapshots/before/restore").expect(200)
      #expect(try await merchant.query("STATE001").json["trade_state"].text == "NOTPAY")
      try await console.call("POST", "/_admin/v1/reset", #"{"to":"seed"}"#).expect(200)
      #expect(try await merchant.query("STATE001").status == 404)
    }
  }

  @Test("with a folder, payments and what is to be told outlive the end of the process")
  func restart() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try MockWorld.options
    options.only = .wechat
    options.dataDirectory = folder
    try await MockWorld.run(options) { world in
      let merchant = try Merchant(world)
      let prepay = try await merchant.prepay("STATE002")
      try await merchant.device(prepay, "pay").expect(200)
      try await world.settle()
    }
    try await MockWorld.run(options) { world in
      let merchant = try Merchant(world)
      #expect(try await merchant.query("STATE002").json["trade_state"].text == "SUCCESS")
      world.set.clock.advance(by: .seconds(15))
      try await eventually {
        try await merchant.notices("STATE002")[0]["attempts"].list.count == 2 ? true : nil
      }
    }
  }

  @Test("the certificate comes sealed with the merchant's key")
  func certificate() async throws {
    try await MockWorld.run { world in
      let answer = try await Merchant(world).call("GET", "/v3/certificates").json["data"][0]
      let sealed = answer["encrypt_certificate"]
      let text = PayCipher(key: "LinkageMockDevelopmentAPIv3Key32").open(
        sealed["ciphertext"].text, nonce: sealed["nonce"].text, associatedData: "certificate")
      let pem = String(decoding: try #require(text), as: UTF8.self)
      #expect(try PayCertificate(pem: pem).serial == answer["serial_no"].text)
      #expect(answer["expire_time"].text == "2100-01-01T07:59:59+08:00")
    }
  }
}
