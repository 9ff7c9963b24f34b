/// Packages of services.
enum PackageRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.get, "/api/packages", ListPackagesHandler(shop: shop)),
      Route(.get, "/api/packages/{id}", ShowPackageHandler(shop: shop)),
      Route(.get, "/api/packages/{id}/code", ShowPackageCodeHandler(shop: shop)),
    ]
  }
}
