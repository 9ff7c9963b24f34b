/// `POST /api/staff/categories`.
struct AddCategoryHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let category = try call.decode(Category.self)
    try category.check()
    return try await shop.change(for: call) { change in
      try change.add(category)
      return try change.answer(try .json(category, status: 201))
    }
  }
}

/// `PATCH /api/staff/products/{sku}`.
struct ChangeProductHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try shop.desk.staff.check(call)
    let patch = try call.decode(ProductPatch.self)
    try patch.check()
    let sku = call.parameters["sku"] ?? ""
    return try await shop.change(for: call) { change in
      let (product, tag) = try Products.require(sku, in: change.database)
      try call.requireMatch(tag)
      try change.edit(product, patch)
      let (edited, newTag) = try Products.require(sku, in: change.database)
      return try change.answer(try .json(edited, tag: newTag, for: call))
    }
  }
}
