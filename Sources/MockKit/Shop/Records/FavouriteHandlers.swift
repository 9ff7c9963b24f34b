/// `PUT /api/favourites/{sku}`.
struct AddFavouriteHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let sku = call.parameters["sku"] ?? ""
    return try await shop.change(as: call) { change, member in
      try change.answer(try .json(try change.addFavourite(sku, of: member)))
    }
  }
}

/// `DELETE /api/favourites/{sku}`.
struct RemoveFavouriteHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let sku = call.parameters["sku"] ?? ""
    return try await shop.change(as: call) { change, member in
      try change.removeFavourite(sku, of: member)
      return try change.answer(.empty())
    }
  }
}
