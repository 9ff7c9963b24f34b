/// What a package, its code or its order is refused for.
enum PackageError: Error, Sendable, Equatable {
  case notFound(String)
  case unknownCode
  case codeUsed(at: String)
  /// Used up or refunded.
  case over(String, ServicePackage.Status)
  /// Some of its uses were redeemed, so its order cannot simply be given back.
  case inUse(order: String, package: String)
  case soldOnWebsite(sku: String)
}

extension PackageError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(404, "package-not-found", "No such package", detail: "You have no package \(id).")
    case .unknownCode:
      Problem(
        404, "code-not-found", "No such code", detail: "No package has this code, or had it.")
    case .codeUsed(let time):
      Problem(
        409, "code-used", "The code has been used",
        detail: "It is good once, and was redeemed at \(time). The package has another one by now.")
    case .over(let id, let status):
      Problem(
        409, "package-over", "No use is left", detail: "Package \(id) is \(status.rawValue).")
    case .inUse(let order, let package):
      Problem(
        409, "not-refundable", "The order is not refundable",
        detail: "Package \(package) of order \(order) has been used; ask the staff.")
    case .soldOnWebsite(let sku):
      Problem(
        409, "sold-on-website", "Sold on the website",
        detail: "\"\(sku)\" is a package of services; order it on the website.")
    }
  }
}
