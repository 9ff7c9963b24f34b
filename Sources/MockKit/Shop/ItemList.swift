/// How a list is answered.
package struct ItemList<Item: Codable & Sendable>: Codable, Sendable {
  package let items: [Item]
}

extension Reply {
  /// One page of a list, with a `Link` to the next one where there is one.
  ///
  /// - Parameters:
  ///   - found: up to `rows` items of the request.
  ///   - position: an item's sort key.
  package static func page<Item: Codable & Sendable>(
    _ found: [Item], of request: PageRequest, position: (Item) -> [String]
  ) throws -> Reply {
    let (items, headers) = request.page(found, position: position)
    return try .json(ItemList(items: items), headers: headers)
  }
}
