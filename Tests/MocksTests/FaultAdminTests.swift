import Foundation
import MockKit
import Mocks
import Testing

@Suite struct FaultAdminTests {
  @Test("a fault is added, counted, listed and taken away")
  func life() async throws {
    try await MockWorld.run { world in
      let added = try await world.admin(
        "POST", "/faults", #"{"type":"drop","link":"web->mini","match":{"attempt":1}}"#)
      #expect(added.status == 201 && added.json["id"].text == "drop-1")
      #expect(added.wire.header("location") == "/_admin/v1/faults/drop-1")
      _ = try await world.both("13912345678")
      let listed = try await world.admin("GET", "/faults").json["faults"].list
      #expect(listed.map { $0["id"].text } == ["drop-1"])
      #expect(listed[0]["link"].text == "web→mini" && listed[0]["fired"].int == 1)
      #expect(listed[0]["evaluated"].int == 2 && listed[0]["over"] == .bool(false))
      #expect(try await world.admin("DELETE", "/faults/drop-1").status == 204)
      let again = try await world.admin("DELETE", "/faults/drop-1")
      #expect(again.outcome == "404 /problems/fault-not-found")
      try await world.admin("POST", "/faults", #"{"type":"timeout"}"#)
      #expect(try await world.admin("DELETE", "/faults").status == 204)
      #expect(world.set.faultReports.isEmpty)
    }
  }

  @Test(
    "a fault that cannot be is refused, with what is wrong",
    arguments: [
      ("nonsense", "400 /problems/invalid-fault", "Expected a fault"),
      (#"{"type":"drop","lnk":"both"}"#, "400 /problems/invalid-fault", "did you mean `link`?"),
      (#"{"type":"lag"}"#, "422 /problems/invalid-fault", "There is no fault \"lag\""),
      (#"{"type":"drop","id":"a"}"#, "422 /problems/invalid-fault", "a fault \"a\" already"),
      (#"{"type":"drop","id":""}"#, "422 /problems/invalid-fault", "found \"\""),
      (#"{"type":"drop","id":"a\u0000b"}"#, "422 /problems/invalid-fault", "1 to 60 letters"),
      (#"{"type":"drop","id":"a b"}"#, "422 /problems/invalid-fault", "found \"a b\""),
      (
        #"{"type":"drop","id":"\#(String(repeating: "a", count: 61))"}"#,
        "422 /problems/invalid-fault", "1 to 60 letters"
      ),
      (#"{"type":"drop","probability":1.01}"#, "422 /problems/invalid-fault", "from 0 to 1"),
    ])
  func refusals(body: String, outcome: String, detail: String) async throws {
    try await MockWorld.run { world in
      try world.set.faults.add(Fault("drop", id: "a"))
      let answer = try await world.admin("POST", "/faults", body)
      #expect(answer.outcome == outcome && answer.json["detail"].text.contains(detail))
      #expect(world.set.faultReports.count == 1)
    }
  }

  @Test("an id of 60 characters and a number are taken, and lead back to the fault")
  func ids() async throws {
    try await MockWorld.run { world in
      let long = String(repeating: "a", count: 60)
      for (given, id) in [("\"\(long)\"", long), ("7", "7")] {
        let added = try await world.admin("POST", "/faults", #"{"type":"drop","id":\#(given)}"#)
        #expect(added.status == 201 && added.json["id"].text == id)
        #expect(try await world.admin("DELETE", "/faults/\(id)").status == 204)
      }
    }
  }

  @Test("the catalogue shows every kind, and its standard can be posted as it is")
  func catalogue() async throws {
    try await MockWorld.run { world in
      let kinds = try await world.admin("GET", "/faults/catalogue").json["kinds"].list
      #expect(kinds.map { $0["type"].text } == Faults.all.map(\.name))
      for kind in Faults.all {
        let body = String(decoding: try JSONEncoder().encode(kind.standard), as: UTF8.self)
        #expect(try await world.admin("POST", "/faults", body).status == 201, "\(kind.name)")
      }
    }
  }

  @Test("a set does not start with a fault that cannot be")
  func start() async throws {
    var options = try MockWorld.options
    options.faults = [Fault("dorp")]
    await #expect(throws: MockStartError.self) { try await MockSet.start(options) }
  }
}
