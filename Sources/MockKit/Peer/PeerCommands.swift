/// What a platform can be asked to decide.
enum PeerCommands {
  static let all: [any PeerCommand.Type] = [
    ChangeOrder.self, FetchOrder.self, RequestAfterSales.self, WithdrawAfterSales.self,
    DecideAfterSales.self, GivePoints.self, TakeCoupon.self, ReserveCoupon.self,
    FetchEntry.self, FetchOrderVersions.self,
  ]

  static func named(_ name: String) -> (any PeerCommand.Type)? {
    all.first { $0.type == name }
  }
}
