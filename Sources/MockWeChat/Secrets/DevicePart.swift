import MockKit

/// What a user's device gives a mini-program beside codes: data that is encrypted and signed with the
/// session key.
struct DevicePart: WeChatPart {
  let context: WeChatContext

  var endpoints: [WeChatOperation] { [] }

  var routes: [Route] {
    let device = "/_control/devices/{openid}"
    return [
      Route(.put, "\(device)/profile", SetProfileHandler(context: context)),
      Route(.post, "\(device)/user-info", UserInfoHandler(context: context)),
      Route(.post, "\(device)/phone-number", SealedPhoneHandler(context: context)),
      Route(.post, "\(device)/run-data", RunDataHandler(context: context)),
      Route(.post, "\(device)/open-data", OpenDataHandler(context: context)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper { [profiles = context.profiles] in
      profiles.memory
    } restore: { [profiles = context.profiles] in
      profiles.memory = $0
    }
  }
}
