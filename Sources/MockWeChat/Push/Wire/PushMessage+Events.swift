extension PushMessage {
  /// The user chose what to take of the templates that the app asked about.
  static func popup(
    _ choices: [(template: String, accepts: Bool)], by openid: String, to app: String,
    at time: Int64
  ) -> PushMessage {
    event(
      "subscribe_msg_popup_event", by: openid, to: app, at: time,
      Entries(
        wrapper: "SubscribeMsgPopupEvent",
        items: choices.map { status($0.template, $0.accepts) + [Field("PopupScene", .digits(0))] }
      ))
  }

  /// The user refused templates in the list of messages.
  static func change(
    refused templates: [String], by openid: String, to app: String, at time: Int64
  ) -> PushMessage {
    event(
      "subscribe_msg_change_event", by: openid, to: app, at: time,
      Entries(wrapper: "SubscribeMsgChangeEvent", items: templates.map { status($0, false) }))
  }

  /// What came of a subscribe message.
  static func sent(
    _ template: String, message: Int64, by openid: String, to app: String, at time: Int64
  ) -> PushMessage {
    let item = [
      Field("TemplateId", .text(template)), Field("MsgID", .digits(message)),
      Field("ErrorCode", .digits(0)), Field("ErrorStatus", .text("success")),
    ]
    return event(
      "subscribe_msg_sent_event", by: openid, to: app, at: time,
      Entries(wrapper: "SubscribeMsgSentEvent", items: [item]))
  }

  static func event(
    _ name: String, by openid: String, to app: String, at time: Int64,
    _ entries: Entries? = nil, more: [Field] = []
  ) -> PushMessage {
    PushMessage(
      to: app, from: openid, at: time, type: "event", [Field("Event", .text(name))] + more,
      entries: entries)
  }

  private static func status(_ template: String, _ accepts: Bool) -> [Field] {
    [
      Field("TemplateId", .text(template)),
      Field("SubscribeStatusString", .text(accepts ? "accept" : "reject")),
    ]
  }
}
