/// The services.
enum ShopServices: SeededRecords {
  static let table = "services"

  static func name(of record: ShopService) -> String { record.service }

  static func missing(_: String) -> any Error {
    InvalidRequest(field: "service", reason: .outside("a service of /api/services"))
  }
}
