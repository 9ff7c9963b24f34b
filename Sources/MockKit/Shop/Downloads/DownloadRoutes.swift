/// The library of the website, and what the members have of it on both platforms.
enum DownloadRoutes {
  static func all(of shop: Shop) -> [Route] {
    let own =
      switch shop.side {
      case .web: website(shop)
      case .mini: miniProgram(shop)
      }
    return own + [
      Route(.get, "/api/library", ListLibraryHandler(shop: shop)),
      Route(.get, "/api/library/{id}", ShowReportHandler(shop: shop)),
      Route(.get, "/api/downloads", ListDownloadsHandler(shop: shop)),
      Route(.get, "/api/downloads/{id}/file", DownloadedFileHandler(shop: shop)),
    ]
  }

  private static func website(_ shop: Shop) -> [Route] {
    [
      Route(.get, "/api/library/{id}/file", ReadReportHandler(shop: shop)),
      Route(.post, "/api/library/{id}/download", DownloadReportHandler(shop: shop)),
    ]
  }

  private static func miniProgram(_ shop: Shop) -> [Route] {
    [Route(.post, "/api/library/{id}/link", LinkReportHandler(shop: shop))]
  }
}
