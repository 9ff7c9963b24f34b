/// Packages of services.
enum PackageRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.get, "/api/packages", ListRecordsHandler(ServicePackages.self, shop: shop)),
      Route(.get, "/api/packages/{id}", ShowRecordHandler(ServicePackages.self, shop: shop)),
      Route(.get, "/api/packages/{id}/code", ShowPackageCodeHandler(shop: shop)),
    ]
  }
}
