/// What the platform tells an app's back end.
struct PushMessage: Sendable, Equatable {
  enum Value: Sendable, Equatable {
    case text(String)
    case number(Int64)
    /// A number in XML, a text in JSON.
    case digits(Int64)
  }

  struct Field: Sendable, Equatable {
    let name: String
    let value: Value

    init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// What an event about several things says of each.
  struct Entries: Sendable, Equatable {
    /// What holds them in XML; JSON has nothing there.
    let wrapper: String
    let items: [[Field]]
  }

  let fields: [Field]
  var entries: Entries?

  /// - Parameters:
  ///   - recipient: the app's original id.
  ///   - sender: the user's openid.
  ///   - time: seconds since 1970.
  init(
    to recipient: String, from sender: String, at time: Int64, type: String,
    _ more: [Field], entries: Entries? = nil
  ) {
    fields =
      [
        Field("ToUserName", .text(recipient)), Field("FromUserName", .text(sender)),
        Field("CreateTime", .number(time)), Field("MsgType", .text(type)),
      ] + more
    self.entries = entries
  }

  /// The event's name, or the kind of message.
  var kind: String { text(of: "Event") ?? text(of: "MsgType") ?? "" }

  var recipient: String { text(of: "ToUserName") ?? "" }

  var sender: String { text(of: "FromUserName") ?? "" }

  private func text(of name: String) -> String? {
    guard case .text(let text)? = fields.first(where: { $0.name == name })?.value else {
      return nil
    }
    return text
  }
}
