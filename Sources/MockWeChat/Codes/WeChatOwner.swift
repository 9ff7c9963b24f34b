import MockKit

/// The person behind a code.
struct WeChatOwner: Sendable, Equatable {
  let phone: String
  let identity: WeChatIdentity
}
