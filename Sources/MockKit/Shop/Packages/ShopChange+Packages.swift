/// What the website decides about packages.
extension ShopChange {
  /// A line of a paid order that is for packages becomes one with the uses of all.
  func openPackages(of order: Order) throws {
    guard side == ServicePackage.owner else { return }
    for (index, item) in order.items.enumerated() {
      guard let product = try Products.find(item.sku, in: database), let uses = product.uses else {
        continue
      }
      let line = index + 1
      let code = try RedemptionCodes.issue(for: "pk_\(order.orderId)_\(line)", in: database)
      try tell(
        of: ServicePackage(
          order, line: line, product, uses: uses * item.quantity, code: code, at: timestamp))
    }
  }

  /// Only the staff gives money back for what was used.
  func refuseUsedPackages(of order: Order) throws {
    let packages = try ServicePackages.all(of: order.orderId, in: database)
    guard let used = packages.first(where: \.isUsed) else { return }
    throw PackageError.inUse(order: order.orderId, package: used.packageId)
  }

  /// What is left of a refunded order's packages is void.
  func closePackages(of order: Order) throws {
    guard side == ServicePackage.owner else { return }
    for package in try ServicePackages.all(of: order.orderId, in: database)
    where package.status != .refunded {
      var closed = package
      if closed.usesLeft != 0 { closed.book(-closed.usesLeft, at: timestamp) }
      (closed.status, closed.code) = (.refunded, nil)
      closed.version += 1
      try tell(of: closed)
    }
  }

  func redeem(_ code: String) throws -> Redemption {
    let known = try RedemptionCodes.find(code, in: database)
    if let time = known.usedAt, !redeemsAgain(code) { throw PackageError.codeUsed(at: time) }
    var package = try ServicePackages.find(known.package, in: database)
    guard try !Members.isBuried(package.memberId, in: database) else {
      throw PackageError.unknownCode
    }
    guard package.status == .active else {
      throw PackageError.over(package.packageId, package.status)
    }
    let time = timestamp
    try RedemptionCodes.use(code, at: time, in: database)
    let id = package.book(-1, at: time)
    package.code = try nextCode(of: package)
    if package.code == nil { package.status = .used }
    package.version += 1
    try tell(of: package)
    return Redemption(
      redemptionId: id, packageId: package.packageId, name: package.name,
      nameEn: package.nameEn, uses: 1, usesLeft: package.usesLeft, redeemedAt: time)
  }

  private func nextCode(of package: ServicePackage) throws -> String? {
    guard package.usesLeft > 0 else { return nil }
    return try RedemptionCodes.issue(for: package.packageId, in: database)
  }

  private func tell(of package: ServicePackage) throws {
    try ServicePackages.put(package, in: database)
    try publish(.packageChanged, of: package.packageId, for: package.memberId, package)
  }
}

extension LinkApplier {
  func take(_ package: ServicePackage) throws {
    var package = package
    package.memberId = try known(package.memberId)
    try ServicePackages.put(package, in: database)
  }
}
