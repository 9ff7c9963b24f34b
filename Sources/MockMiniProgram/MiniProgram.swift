package import MockKit

/// The mini-program's backend: members by WeChat's login codes, sessions by bearer token.
package enum MiniProgram {
  package static let carrier: any SessionCarrier = BearerCarrier()

  package static func routes(
    of shop: Shop, wechat: WeChatClient, receiver: LinkReceiver
  ) -> [Route] {
    APIRules.applied(
      to: [
        Route(.get, "/health", HealthHandler(server: "mini-program")),
        Route(.post, "/api/register", RegisterHandler(shop: shop, wechat: wechat)),
        Route(.post, "/api/login", LoginHandler(shop: shop, wechat: wechat)),
        Route(.post, "/api/logout", LogoutHandler(shop: shop)),
      ] + ShopRoutes.all(of: shop, receiver: receiver), of: shop)
  }

  /// Begins to hand the members' news to WeChat.
  package static func startMessages(
    of shop: Shop, _ wechat: WeChatClient, _ app: SeedData.App
  ) {
    let sender = MessageSender(shop: shop, wechat: wechat, app: app)
    shop.chores.messages.start { await sender.run() }
  }
}
