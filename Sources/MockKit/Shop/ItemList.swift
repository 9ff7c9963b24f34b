/// How a list is answered.
package struct ItemList<Item: Codable & Sendable>: Codable, Sendable {
  package let items: [Item]
}
