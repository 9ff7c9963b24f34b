/// What the simulated system may do wrong, one at a time.
enum Defect: String, CaseIterable {
  /// Points that arrive count twice, under another id.
  case appliesTwice
  /// Points that arrive stand in the ledger twice.
  case entersTwice
  /// Points do not arrive at all.
  case losesPoints
  /// The balance is not what the entries add up to.
  case miscounts
  /// More points are spent than there are.
  case overdraws
  /// Each platform decides by itself whether a coupon is good.
  case redeemsTwice
  /// A submission sent again is another order.
  case forgetsKeys
  /// A changed name stays where it was changed.
  case keepsNames
  /// A coupon that was thrown away stays on the other platform.
  case keepsDeleted
  /// An answer has another member's phone number.
  case mixesUpMembers
  /// What is forged is taken.
  case takesForgeries
  /// The platforms answer each other's news with news.
  case echoes
  /// A late message turns an order back.
  case turnsBack
  /// An order is acknowledged and not written down.
  case losesOrders

  /// The checker that must see it.
  var checker: String {
    switch self {
    case .appliesTwice, .miscounts, .overdraws: "conservation"
    case .entersTwice, .forgetsKeys: "exactly-once"
    case .losesPoints, .keepsNames, .keepsDeleted: "convergence"
    case .redeemsTwice: "single-use"
    case .mixesUpMembers: "isolation"
    case .takesForgeries: "signature"
    case .echoes: "quiescence"
    case .turnsBack: "status-order"
    case .losesOrders: "durability"
    }
  }
}
