package import MockKit

/// The mini-program's backend: members by WeChat's login codes, sessions by bearer token.
package enum MiniProgram {
  package static let carrier: any SessionCarrier = BearerCarrier()

  /// - Parameter pay: absent where nothing is paid with WeChat.
  package static func routes(
    of shop: Shop, wechat: WeChatClient, pay: PayClient?, receiver: LinkReceiver
  ) -> [Route] {
    APIRules.applied(
      to: [
        Route(.get, "/health", HealthHandler(server: "mini-program")),
        Route(.post, "/api/register", RegisterHandler(shop: shop, wechat: wechat)),
        Route(.post, "/api/login", LoginHandler(shop: shop, wechat: wechat)),
        Route(.post, "/api/logout", LogoutHandler(shop: shop)),
        Route(.post, "/api/landings", LandingHandler(shop: shop, wechat: wechat)),
      ] + EntryRoutes.miniProgram(of: shop) + BookingRoutes.miniProgram(of: shop)
        + payments(of: shop, pay)
        + ShopRoutes.all(of: shop, receiver: receiver), of: shop)
  }

  private static func payments(of shop: Shop, _ pay: PayClient?) -> [Route] {
    guard let pay else { return [] }
    let clerk = PaymentClerk(shop: shop, pay: pay)
    return [
      Route(.post, "/api/orders/{id}/payment", BeginPaymentHandler(clerk: clerk)),
      Route(.get, "/api/orders/{id}/payment", ShowPaymentHandler(shop: shop)),
      Route(.post, "/_wechat/pay-notify", PayNotifyHandler(clerk: clerk)),
    ]
  }

  /// Begins to look after what is paid with WeChat.
  package static func startPayments(of shop: Shop, _ pay: PayClient) {
    let clerk = PaymentClerk(shop: shop, pay: pay)
    shop.chores.payments.start { await clerk.run() }
  }

  /// Begins to hand the members' news to WeChat.
  package static func startMessages(
    of shop: Shop, _ wechat: WeChatClient, _ app: SeedData.App
  ) {
    let sender = MessageSender(shop: shop, wechat: wechat, app: app)
    shop.chores.messages.start { await sender.run() }
  }
}
