/// Favourites and browsing history.
enum RecordRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.get, "/api/favourites", ListRecordsHandler(Favourites.self, shop: shop)),
      Route(.put, "/api/favourites/{sku}", AddFavouriteHandler(shop: shop)),
      Route(.delete, "/api/favourites/{sku}", RemoveFavouriteHandler(shop: shop)),
      Route(.get, "/api/history", ListHistoryHandler(shop: shop)),
      Route(.post, "/api/history", ViewProductHandler(shop: shop)),
    ]
  }
}
