/// Hints at the other platform.
enum PromptRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.post, "/api/prompts", AskForPromptHandler(shop: shop)),
      Route(.get, "/api/prompts", ListRecordsHandler(Prompts.self, shop: shop)),
      Route(.post, "/api/prompts/{id}/dismiss", DismissPromptHandler(shop: shop)),
    ]
  }
}
