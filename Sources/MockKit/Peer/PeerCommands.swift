/// What a platform can be asked to decide.
enum PeerCommands {
  static let all: [any PeerCommand.Type] = [
    ChangeOrder.self, FetchOrder.self, RequestAfterSales.self, WithdrawAfterSales.self,
    DecideAfterSales.self, GivePoints.self, TakeCoupon.self, ReserveCoupon.self,
    FetchEntry.self, FetchOrderVersions.self,
    SendInquiry.self, ReplyToInquiry.self, QuoteInquiry.self, CloseInquiry.self,
    AskForSolution.self, MoveSolution.self, AskForPrompt.self,
    ChangeBooking.self, RedeemCode.self, TakeSeat.self,
    DrawPrize.self,
  ]

  static func named(_ name: String) -> (any PeerCommand.Type)? {
    all.first { $0.type == name }
  }
}
