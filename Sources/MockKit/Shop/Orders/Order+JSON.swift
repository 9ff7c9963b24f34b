/// The price and the moments stand beside the other fields, not below names of their own.
extension Order {
  private enum CodingKeys: String, CodingKey {
    case orderId, memberId, origin, status, version, items, couponId, groupId, address, createdAt
    case refundedAmount
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    orderId = try fields.decode(String.self, forKey: .orderId)
    memberId = try fields.decode(String.self, forKey: .memberId)
    origin = try fields.decode(ShopSide.self, forKey: .origin)
    status = try fields.decode(Status.self, forKey: .status)
    version = try fields.decode(Int.self, forKey: .version)
    items = try fields.decode([Item].self, forKey: .items)
    couponId = try fields.decodeIfPresent(String.self, forKey: .couponId)
    groupId = try fields.decodeIfPresent(String.self, forKey: .groupId)
    address = try fields.decode(Address.self, forKey: .address)
    createdAt = try fields.decode(String.self, forKey: .createdAt)
    refundedAmount = try fields.decodeIfPresent(Money.self, forKey: .refundedAmount)
    price = try Price(from: decoder)
    moments = try Moments(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(orderId, forKey: .orderId)
    try fields.encode(memberId, forKey: .memberId)
    try fields.encode(origin, forKey: .origin)
    try fields.encode(status, forKey: .status)
    try fields.encode(version, forKey: .version)
    try fields.encode(items, forKey: .items)
    try fields.encodeIfPresent(couponId, forKey: .couponId)
    try fields.encodeIfPresent(groupId, forKey: .groupId)
    try fields.encode(address, forKey: .address)
    try fields.encode(createdAt, forKey: .createdAt)
    try fields.encodeIfPresent(refundedAmount, forKey: .refundedAmount)
    try price.encode(to: encoder)
    try moments.encode(to: encoder)
  }
}
