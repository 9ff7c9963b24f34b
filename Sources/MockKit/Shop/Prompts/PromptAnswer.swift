/// Whether a page shows a prompt, and when there may be one again.
struct PromptAnswer: Sendable, Encodable {
  let show: Bool
  let promptId: String?
  let kind: PromptKind
  let title: String
  let titleEn: String
  /// Nobody is forced to follow it.
  let dismissible = true
  /// RFC 3339; absent where the website, which decides, could not be asked.
  let nextAt: String?

  init(_ prompt: Prompt?, on side: ShopSide, nextAt: String?) {
    kind = PromptKind(on: side)
    (title, titleEn) = (kind.title, kind.titleEn)
    show = prompt != nil
    promptId = prompt?.promptId
    self.nextAt = nextAt
  }
}
