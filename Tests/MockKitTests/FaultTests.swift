import Foundation
import MockKit
import Testing

@Suite struct FaultTests {
  private func read(_ json: String) throws(FaultError) -> Fault {
    try Fault(json: Data(json.utf8))
  }

  @Test("a fault is read with all it can say, and written so that it can be read again")
  func reads() throws {
    let fault = try read(
      #"""
      {"id": "f", "type": "latency", "link": "web->mini", "stage": "send",
       "match": {"event": "order.*", "member": 77, "entity": "W1", "attempt": [1, 2]},
       "probability": 0.25, "count": 3, "after": 1, "ttl": "1.5s",
       "attributes": {"delay": "5ms..50ms"}}
      """#)
    #expect(fault.link == .webToMini && fault.stage == .send && fault.match.member == "77")
    #expect(fault.ttl == .milliseconds(1500) && fault.match.attempts == [1, 2])
    #expect(fault.latency("delay") == .uniform(.milliseconds(5), .milliseconds(50)))
    #expect(try Fault(json: try JSONEncoder().encode(fault)) == fault)
  }

  @Test("what is not said is as the kind says")
  func standards() throws {
    let fault = try read(#"{"type": "abort"}"#)
    #expect(fault == Fault("abort") && fault.number("status") == 503)
    let skew = try read(#"{"type": "skew_clock", "attributes": {"by": "-90s"}}"#)
    #expect(skew.duration("by") == .seconds(-90))
  }

  @Test(
    "what cannot be said is refused with its place, what is expected, and what is near",
    arguments: [
      (#"[]"#, "Expected a fault, an object such as {\"type\": \"drop\"}."),
      (#"{"#, "Expected a fault, an object such as {\"type\": \"drop\"}."),
      (#"{}"#, "Expected `type`, found nothing there."),
      (#"{"type": "dropp"}"#, "There is no fault \"dropp\"; did you mean `drop`?"),
      (
        #"{"type": "drop", "propability": 1}"#,
        "There is no key `propability`; did you mean `probability`?"
      ),
      (
        #"{"type": "drop", "match": {"atempt": 1}}"#,
        "There is no key `match.atempt`; did you mean `attempt`?"
      ),
      (
        #"{"type": "abort", "attributes": {"state": 500}}"#,
        "There is no key `attributes.state`; did you mean `status`?"
      ),
      (
        #"{"type": "drop", "attributes": {"status": 500}}"#,
        "There is no key `attributes.status`."
      ),
      (
        #"{"type": "abort", "attributes": {"status": 410}}"#,
        "Expected `attributes.status` to be a whole number from 500 to 599; found 410."
      ),
      (
        #"{"type": "drop", "link": "web"}"#,
        "Expected `link` to be web→mini or mini→web or both or counter; found web."
      ),
      (
        #"{"type": "drop", "stage": "apply"}"#,
        "Expected `stage` to be send for drop; found apply."
      ),
      (
        #"{"type": "drop", "probability": 2}"#,
        "Expected `probability` to be from 0 to 1; found 2.0."
      ),
      (#"{"type": "drop", "count": 0}"#, "Expected `count` to be 1 or more; found 0."),
      (
        #"{"type": "drop", "ttl": "soon"}"#,
        "Expected `ttl` to be a length of time such as 3s; found soon."
      ),
      (#"{"type": "drop", "match": 3}"#, "Expected `match` to be an object; found something else."),
      (
        #"{"type": "partition", "probability": 0.5}"#,
        "`probability` cannot be said of partition, which is there for everything or not at all."
      ),
      (
        #"{"type": "slow_apply", "attributes": {"delay": "1h"}}"#,
        "Expected `attributes.delay` to be a length of time from 0ms to 4s, such as 300ms; found 1h."
      ),
    ])
  func refuses(json: String, sentence: String) {
    let error = #expect(throws: FaultError.self) { try read(json) }
    #expect(error?.text.en == sentence)
    #expect(error?.text.zh.isEmpty == false && error?.text.zh != error?.text.en)
  }

  @Test("every kind has a name of its own, texts in both languages, and a standard that is valid")
  func kinds() throws {
    #expect(Set(Faults.all.map(\.name)).count == Faults.all.count)
    for kind in Faults.all {
      #expect(!kind.stages.isEmpty, "\(kind.name)")
      #expect((kind.family == .defect) == !kind.caughtBy.isEmpty, "\(kind.name)")
      let texts = [kind.title, kind.meaning] + kind.attributes.map(\.meaning)
      #expect(texts.allSatisfy { !$0.en.isEmpty && !$0.zh.isEmpty && $0.en != $0.zh })
      try kind.standard.check()
      for attribute in kind.attributes {
        var fault = Fault(kind.name)
        fault.attributes[attribute.name] = attribute.standard
        try fault.check()
      }
    }
  }
}
