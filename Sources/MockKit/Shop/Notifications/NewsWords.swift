/// How a member is told of an order's status.
enum NewsWords {
  static func chinese(_ status: Order.Status) -> String {
    switch status {
    case .created: "订单已提交"
    case .paid: "订单已支付"
    case .shipped: "订单已发货"
    case .completed: "订单已完成"
    case .cancelled: "订单已取消"
    case .refunded: "订单已退款"
    }
  }

  static func english(_ status: Order.Status) -> String {
    switch status {
    case .created: "Your order was placed"
    case .paid: "Your order is paid"
    case .shipped: "Your order is on its way"
    case .completed: "Your order is completed"
    case .cancelled: "Your order was cancelled"
    case .refunded: "Your order was refunded"
    }
  }
}
