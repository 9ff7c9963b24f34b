/// The errors of the platform, by what they are about; the texts are its own.
extension PayError {
  static func parameter(
    _ field: String, _ issue: String, value: String? = nil, in location: String = "body"
  ) -> PayError {
    PayError(
      400, "PARAM_ERROR", "参数错误",
      detail: Detail(field: field, location: location, value: value, issue: issue))
  }

  static func sign(_ message: String, field: String, _ issue: String) -> PayError {
    PayError(
      401, "SIGN_ERROR", message,
      detail: Detail(
        field: field, location: "authorization", detail: Detail.Inner(issue: issue)))
  }

  static let appMismatch = PayError(
    400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配，请检查后再试")
  static let otherOrder = PayError(403, "OUT_TRADE_NO_USED", "商户订单号重复")
  static let paid = PayError(400, "ORDERPAID", "该订单已支付")
  static let closed = PayError(400, "ORDER_CLOSED", "订单已关闭")
  static let noOrder = PayError(404, "ORDER_NOT_EXIST", "订单不存在")
  static let nothingToRefund = PayError(404, "RESOURCE_NOT_EXISTS", "订单不存在")
  static let noRefund = PayError(404, "RESOURCE_NOT_EXISTS", "退款单不存在")
  static let otherRefund = PayError(
    400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试")
  static let tooMuch = PayError(400, "INVALID_REQUEST", "申请退款金额大于订单可退金额")
  static let notEnough = PayError(403, "NOT_ENOUGH", "基本账户余额不足，请充值后重新发起")
  static let tooOften = PayError(429, "FREQUENCY_LIMITED", "频率超限")
  static let noPath = PayError(404, "RESOURCE_NOT_EXISTS", "请求的资源不存在，请检查请求的URL")
  static let otherMethod = PayError(405, "METHOD_NOT_ALLOWED", "该接口不支持此HTTP方法")
  static let system = PayError(500, "SYSTEM_ERROR", "系统异常，请稍后重试")
}
