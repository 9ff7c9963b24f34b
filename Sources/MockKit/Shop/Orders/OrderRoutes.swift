/// What both platforms answer about orders, after-sales and the catalogue.
enum OrderRoutes {
  static func all(of shop: Shop) -> [Route] {
    orders(shop) + afterSales(shop) + staff(shop) + catalogue(shop)
      + catalogueStaff(shop) + notifications(shop)
  }

  private static func orders(_ shop: Shop) -> [Route] {
    [
      Route(.post, "/api/orders", CreateOrderHandler(shop: shop)),
      Route(.get, "/api/orders", ListOrdersHandler(shop: shop)),
      Route(.get, "/api/orders/{id}", ShowOrderHandler(shop: shop)),
    ]
      + [OrderAction.pay, .cancel, .confirm, .refund].map { action in
        Route(
          .post, "/api/orders/{id}/\(action.rawValue)",
          ChangeOrderHandler(action: action, shop: shop))
      }
  }

  private static func afterSales(_ shop: Shop) -> [Route] {
    [
      Route(.post, "/api/orders/{id}/after-sales", RequestAfterSalesHandler(shop: shop)),
      Route(.get, "/api/after-sales", ListRecordsHandler(AfterSalesRecords.self, shop: shop)),
      Route(.get, "/api/after-sales/{id}", ShowRecordHandler(AfterSalesRecords.self, shop: shop)),
      Route(.post, "/api/after-sales/{id}/withdraw", WithdrawAfterSalesHandler(shop: shop)),
    ]
  }

  private static func staff(_ shop: Shop) -> [Route] {
    [
      Route(.get, "/api/staff/orders/{id}", StaffOrderHandler(shop: shop)),
      Route(.post, "/api/staff/orders/{id}/ship", ShipOrderHandler(shop: shop)),
      Route(
        .post, "/api/staff/after-sales/{id}/decision", DecideAfterSalesHandler(shop: shop)),
    ]
  }

  private static func catalogue(_ shop: Shop) -> [Route] {
    [
      Route(.get, "/api/products", ListProductsHandler(shop: shop)),
      Route(.get, "/api/products/{sku}", ShowProductHandler(shop: shop)),
      Route(.get, "/api/categories", ListCategoriesHandler(shop: shop)),
    ]
  }

  /// The website owns the catalogue; the mini-program hears of it.
  private static func catalogueStaff(_ shop: Shop) -> [Route] {
    guard shop.side == .web else { return [] }
    return [
      Route(.post, "/api/staff/categories", AddCategoryHandler(shop: shop)),
      Route(.patch, "/api/staff/products/{sku}", ChangeProductHandler(shop: shop)),
    ]
  }

  /// In the mini-program the news come as WeChat's messages.
  private static func notifications(_ shop: Shop) -> [Route] {
    guard shop.side == .web else { return [] }
    return [
      Route(.get, "/api/notifications", ListRecordsHandler(NewsBook.self, shop: shop)),
      Route(.post, "/api/notifications/{id}/read", ReadNotificationHandler(shop: shop)),
    ]
  }
}
