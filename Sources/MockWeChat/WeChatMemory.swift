/// What the platform keeps, in memory alone.
struct WeChatMemory: Sendable {
  let loginCodes: CodeBook.State
  let phoneCodes: CodeBook.State
  let tokens: TokenBook.State
  let messages: MessageBook.State
}
