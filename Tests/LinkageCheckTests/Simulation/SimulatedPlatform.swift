/// What one of the two platforms knows.
struct SimulatedPlatform {
  struct Order {
    var id: String
    var member: Int
    var status = "created"
    var version: Int64 = 1
    var coupon: String?
  }

  struct Coupon {
    var id: String
    var member: Int
    var status = "issued"
    var version: Int64 = 1
    var isGone = false
  }

  struct Member {
    var name: String
    var version: Int64 = 1
  }

  struct Entry {
    var id: String
    var amount: Int64
  }

  /// A piece of news from one platform to the other.
  enum News {
    case order(Order)
    case coupon(Coupon)
    case member(Int, Member)
    case entry(Int, Entry)
  }

  var orders: [String: Order] = [:]
  var coupons: [String: Coupon] = [:]
  var members: [Int: Member] = [:]
  var entries: [Int: [Entry]] = [:]
  /// Orders by the key of their submission.
  var submissions: [String: String] = [:]
  /// What was counted wrong.
  var miscounted: [Int: Int64] = [:]

  func balance(of member: Int) -> Int64 {
    (entries[member] ?? []).reduce(miscounted[member] ?? 0) { $0 + $1.amount }
  }

  /// News that came twice or late changes nothing, unless the system is defective.
  mutating func take(_ news: News, defect: Defect?) {
    switch news {
    case .order(let order):
      if defect == .turnsBack || order.version > orders[order.id]?.version ?? 0 {
        orders[order.id] = order
      }
    case .coupon(let coupon):
      if coupon.version > coupons[coupon.id]?.version ?? 0 { coupons[coupon.id] = coupon }
    case .member(let number, let member):
      if member.version > members[number]?.version ?? 0 { members[number] = member }
    case .entry(let member, let entry):
      add(entry, to: member, defect: defect)
    }
  }

  private mutating func add(_ entry: Entry, to member: Int, defect: Defect?) {
    guard !(entries[member] ?? []).contains(where: { $0.id == entry.id }) else { return }
    entries[member, default: []].append(entry)
    switch defect {
    case .appliesTwice:
      entries[member, default: []].append(Entry(id: entry.id + "again", amount: entry.amount))
    case .entersTwice: entries[member, default: []].append(entry)
    case .miscounts: miscounted[member, default: 0] += entry.amount
    default: break
    }
  }
}
