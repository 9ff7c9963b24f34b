import MockKit
import Mocks
import Testing

@Suite struct WeChatPushControlTests {
  @Test("an address that does not give back the echostr is refused with what it answered")
  func checkIn() async throws {
    try await MockWorld.run { world in
      let mini = try #require(world.set.urls[.mini])
      let refused = try await world.push(to: "\(mini)/push")
      #expect(refused.outcome == "422 /problems/push-check-failed")
      #expect(refused.json["detail"].text.contains("found status 404"))
      let nobody = try await world.push(to: "http://127.0.0.1:1/push")
      #expect(nobody.json["detail"].text.contains("127.0.0.1:1: Connection refused"))
      #expect(
        try await world.visitor(.wechat).call("GET", "/_control/push").json["items"] == .list([]))
      let unasked = try await world.push(to: "http://127.0.0.1:1/push", #""check":false"#)
      #expect(unasked.status == 200 && unasked.json["mode"].text == "plain")
    }
  }

  @Test(
    "settings that cannot be used name the field",
    arguments: [
      (#""mode":"safe""#, "Expected `encodingAESKey`, found nothing there."),
      (#""encodingAESKey":"short""#, "Expected `encodingAESKey` to be 43 letters and digits."),
      (#""copies":0"#, "Expected `copies` to be 1 to 10."),
      (#""appid":"wx0""#, "Expected `appid` to be one of wx1f2e3d4c5b6a7980"),
    ])
  func mistakes(more: String, detail: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.push(to: "http://127.0.0.1:1/", more)
      #expect(answer.status == 422 && answer.json["detail"].text.hasPrefix(detail))
    }
  }

  @Test("a subscribe message that was sent is reported, with its number as a text in JSON")
  func sent() async throws {
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      try await world.push(to: url, #""format":"json""#)
      let template = "Lk0rDer5tAtU5-n0t1f1cAt10n_TeMpLaTe-0o1A2b3"
      let data =
        #"{"character_string1":{"value":"W1"},"phrase2":{"value":"已支付"},"amount3":{"value":"¥1.00"},"time4":{"value":"2026-11-21 20:00"}}"#
      let answer = try await world.visitor(.wechat).call(
        "POST", "/cgi-bin/message/subscribe/send?access_token=\(world.token())",
        #"{"touser":"\#(MockWorld.pushOpenid)","template_id":"\#(template)","data":\#(data)}"#)
      #expect(answer.json["errcode"].int == 0)
      try await world.settle()
      let call = try #require(receiver.messages.first)
      let text = String(decoding: call.body, as: UTF8.self)
      #expect(text.contains(#""Event":"subscribe_msg_sent_event","List":{"TemplateId":"#))
      #expect(
        text.contains(#""MsgID":"3395159288267931649","ErrorCode":"0","ErrorStatus":"success""#))
    }
  }

  @Test(
    "what a person answers is told: one template as itself, several as a list, a later refusal apart"
  )
  func choices() async throws {
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      try await world.push(to: url, #""format":"json""#)
      let template = "Lk0rDer5tAtU5-n0t1f1cAt10n_TeMpLaTe-0o1A2b3"
      let person = #""openid":"\#(MockWorld.pushOpenid)""#
      for body in [
        #"{\#(person),"accept":true,"templateId":"\#(template)"}"#, #"{\#(person),"accept":false}"#,
        #"{\#(person),"accept":false,"templateId":"\#(template)"}"#,
      ] {
        _ = try await world.visitor(.wechat).call("POST", "/_control/subscriptions", body)
        try await world.settle()
      }
      let texts = receiver.messages.map { String(decoding: $0.body, as: UTF8.self) }
      try #require(texts.count == 3)
      #expect(
        texts[0].hasSuffix(
          #""Event":"subscribe_msg_popup_event","List":{"TemplateId":"\#(template)","SubscribeStatusString":"accept","PopupScene":"0"}}"#
        ))
      #expect(texts[1].contains(#""Event":"subscribe_msg_change_event","List":[{"TemplateId":"#))
      #expect(texts[1].hasSuffix(#""SubscribeStatusString":"reject"}]}"#))
      #expect(
        texts[2].hasSuffix(
          #""Event":"subscribe_msg_popup_event","List":{"TemplateId":"\#(template)","SubscribeStatusString":"reject","PopupScene":"0"}}"#
        ))
    }
  }

  @Test("messages are pushed as often as is wanted, and again on demand")
  func duplicates() async throws {
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      try await world.push(to: url, #""copies":2"#)
      try await world.write(#"{"msgType":"text","content":"x"}"#)
      try await world.settle()
      #expect(receiver.messages.count == 2)
      let again = try await world.visitor(.wechat).call(
        "POST", "/_control/push/deliveries/1/resend", #"{"times":3}"#)
      #expect(again.json["deliveries"].list.count == 3)
      try await world.settle()
      #expect(Set(receiver.messages.map(\.body)).count == 1 && receiver.messages.count == 5)
      let unknown = try await world.visitor(.wechat).call(
        "POST", "/_control/push/deliveries/99/resend")
      #expect(unknown.outcome == "404 /problems/unknown-delivery")
    }
  }

  @Test("any event can be pushed, and none once the app wants none")
  func events() async throws {
    let receiver = PushReceiver()
    try await receiver.run { world, url in
      try await world.push(to: url)
      let event =
        #"{"openid":"\#(MockWorld.pushOpenid)","event":"wxa_media_check","fields":{"trace_id":"t","version":2}}"#
      let wechat = world.visitor(.wechat)
      #expect(try await wechat.call("POST", "/_control/push/events", event).status == 201)
      try await world.settle()
      let text = String(decoding: try #require(receiver.messages.first).body, as: UTF8.self)
      #expect(
        text.contains(
          "<Event><![CDATA[wxa_media_check]]></Event>\n<trace_id><![CDATA[t]]></trace_id>\n<version>2</version>"
        ))
      #expect(try await wechat.call("DELETE", "/_control/push").status == 204)
      let unheard = try await wechat.call("POST", "/_control/push/events", event)
      #expect(unheard.status == 201 && unheard.json["deliveries"] == .list([]))
      let bad = try await wechat.call(
        "POST", "/_control/push/events", #"{"openid":"o","event":"a b"}"#)
      #expect(bad.status == 422)
    }
  }

  @Test("a reset forgets what was on its way")
  func reset() async throws {
    let receiver = PushReceiver { _ in PushReceiver.text("no", status: 500) }
    try await receiver.run { world, url in
      try await world.push(to: url)
      try await world.write(#"{"msgType":"event"}"#)
      try await eventually { world.set.isQuiet && receiver.messages.count >= 1 ? true : nil }
      let reset = try await world.visitor(.console).call(
        "POST", "/_admin/v1/reset", #"{"to":"seed"}"#)
      #expect(reset.status < 300, "\(reset.text)")
      let count = receiver.messages.count
      world.set.clock.advance(by: .seconds(60))
      try await world.settle()
      #expect(receiver.messages.count == count)
      #expect(try await world.deliveries().isEmpty)
    }
  }
}
