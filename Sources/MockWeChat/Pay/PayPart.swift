import MockKit

/// WeChat Pay: its own wire format beside the platform's, so nearly all of it are routes.
struct PayPart: WeChatPart {
  let desk: PayDesk
  let context: WeChatContext

  var endpoints: [WeChatOperation] {
    [
      WeChatOperation(
        .get, "/wxa/getpaidunionid", PaidUnionidEndpoint(context: context, desk: desk))
    ]
  }

  var routes: [Route] { orders + refunds + controls }

  private var orders: [Route] {
    let base = "/v3/pay/transactions"
    return [
      route(.post, "\(base)/jsapi", PrepayEndpoint(trade: .jsapi, desk: desk)),
      route(.post, "\(base)/native", PrepayEndpoint(trade: .native, desk: desk)),
      route(.post, "\(base)/h5", PrepayEndpoint(trade: .h5, desk: desk)),
      route(.post, "\(base)/app", PrepayEndpoint(trade: .app, desk: desk)),
      route(.get, "\(base)/id/{number}", QueryEndpoint(key: .transaction, desk: desk)),
      route(.get, "\(base)/out-trade-no/{number}", QueryEndpoint(key: .order, desk: desk)),
      route(.post, "\(base)/out-trade-no/{number}/close", CloseEndpoint(desk: desk)),
    ]
  }

  private var refunds: [Route] {
    [
      route(.post, "/v3/refund/domestic/refunds", RefundEndpoint(desk: desk)),
      route(.get, "/v3/refund/domestic/refunds/{number}", RefundQueryEndpoint(desk: desk)),
      route(.get, "/v3/certificates", CertificatesEndpoint(desk: desk)),
    ]
  }

  private var controls: [Route] {
    let base = "/_control/payments"
    return [
      Route(.get, base, PaymentsHandler(desk: desk)),
      Route(.get, "\(base)/notifications", NoticesHandler(desk: desk)),
      Route(.put, "\(base)/notifications", NoticePlanHandler(desk: desk)),
      Route(.put, "\(base)/errors", PayErrorsHandler(desk: desk)),
      Route(.post, "\(base)/{prepay_id}/pay", PayOnDeviceHandler(desk: desk)),
      Route(.post, "\(base)/{prepay_id}/cancel", CancelOnDeviceHandler(desk: desk)),
      Route(.post, "\(base)/{prepay_id}/fail", FailOnDeviceHandler(desk: desk)),
    ]
  }

  private func route(
    _ method: Call.Method, _ path: String, _ endpoint: any PayEndpoint
  ) -> Route {
    Route(method, path, PayHandler(endpoint: endpoint, desk: desk))
  }

  var keeper: MemoryKeeper {
    MemoryKeeper { [controls = desk.controls] in
      controls.memory
    } restore: { [controls = desk.controls] in
      controls.memory = $0
    }
  }

  var isResting: Bool { desk.underWay.isResting }

  func stop() async {
    await desk.chore.stop()
    await desk.underWay.stop()
  }

  /// Begins to tell merchants.
  func start() {
    let notifier = PayNotifier(desk: desk)
    desk.chore.start { await notifier.run() }
  }
}
