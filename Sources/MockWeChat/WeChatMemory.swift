/// What the platform keeps in memory alone.
struct WeChatMemory: Sendable {
  let parts: any Sendable
}
