/// Inquiries and what is made to order.
enum InquiryRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.post, "/api/inquiries", SendInquiryHandler(shop: shop)),
      Route(.get, "/api/inquiries", ListRecordsHandler(Inquiries.self, shop: shop)),
      Route(.get, "/api/inquiries/{id}", ShowRecordHandler(Inquiries.self, shop: shop)),
      Route(.post, "/api/inquiries/{id}/replies", ReplyToInquiryHandler(shop: shop)),
      Route(.get, "/api/staff/inquiries/{id}", StaffInquiryHandler(shop: shop)),
      Route(.post, "/api/staff/inquiries/{id}/quote", QuoteInquiryHandler(shop: shop)),
      Route(.post, "/api/staff/inquiries/{id}/replies", StaffReplyHandler(shop: shop)),
      Route(.post, "/api/staff/inquiries/{id}/close", CloseInquiryHandler(shop: shop)),
      Route(.post, "/api/solutions", AskForSolutionHandler(shop: shop)),
      Route(.get, "/api/solutions", ListRecordsHandler(Solutions.self, shop: shop)),
      Route(.get, "/api/solutions/{id}", ShowRecordHandler(Solutions.self, shop: shop)),
      Route(.get, "/api/staff/solutions/{id}", StaffSolutionHandler(shop: shop)),
      Route(.post, "/api/staff/solutions/{id}/stage", MoveSolutionHandler(shop: shop)),
    ]
  }
}
