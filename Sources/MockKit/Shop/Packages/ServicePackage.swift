/// Uses of a service that were bought together, as both platforms show them and as they travel.
struct ServicePackage: Equatable, VersionedRecord {
  enum Status: String, Sendable, Codable, CaseIterable {
    case active, used, refunded
  }

  /// What changed the uses left; they are the sum of all.
  struct Entry: Sendable, Equatable, Codable {
    let entryId: String
    let amount: Int
    let at: String
  }

  /// Packages are bought on the website, and everything about them is decided there.
  static let owner = ShopSide.web

  let packageId: String
  var memberId: String
  let orderId: String
  let sku: String
  let name: String
  let nameEn: String
  private(set) var entries: [Entry]
  private(set) var usesLeft: Int
  /// What the clerk scans, good once; absent where no use is left.
  var code: String?
  var status: Status
  /// Rises by one with every change; a lower one never replaces a higher one.
  var version: Int
  let boughtAt: String
}

extension ServicePackage {
  /// The ids follow from the order's, so what is bought once is there once.
  ///
  /// - Parameter line: of the order, from 1.
  init(_ order: Order, line: Int, _ product: Product, uses: Int, code: String, at time: String) {
    self.init(
      packageId: "pk_\(order.orderId)_\(line)", memberId: order.memberId, orderId: order.orderId,
      sku: product.sku, name: product.name, nameEn: product.nameEn, entries: [], usesLeft: 0,
      code: code, status: .active, version: 1, boughtAt: time)
    book(uses, at: time)
  }

  var isUsed: Bool { entries.count > 1 }

  /// - Returns: the entry's id.
  @discardableResult
  mutating func book(_ amount: Int, at time: String) -> String {
    let id = "\(packageId)_\(entries.count)"
    entries.append(Entry(entryId: id, amount: amount, at: time))
    usesLeft += amount
    return id
  }
}
