import MockKit

/// Inquiries and what is made to order.
extension PageRoutes {
  static func servicePages(_ site: PageSite) -> [Route] {
    inquiryPages(site) + solutionPages(site)
  }

  private static func inquiryPages(_ site: PageSite) -> [Route] {
    let inquiries = PageView(
      site: site, template: "inquiries", reads: ["inquiries": "/api/inquiries"], isPrivate: true)
    let inquiry = PageView(
      site: site, template: "inquiry", reads: ["inquiry": "/api/inquiries/{id}"], isPrivate: true)
    return [
      Route(.get, "/inquiries", inquiries), Route(.get, "/inquiries/{id}", inquiry),
      Route(
        .post, "/inquiries",
        FormAction(
          site: site, path: "/api/inquiries", body: { $0.present(["subject", "text", "sku"]) },
          then: "/inquiries/{inquiryId}", page: inquiries)),
      Route(
        .post, "/inquiries/{id}/replies",
        FormAction(
          site: site, path: "/api/inquiries/{id}/replies", body: { $0.reply },
          then: "/inquiries/{id}", page: inquiry)),
    ]
  }

  private static func solutionPages(_ site: PageSite) -> [Route] {
    let solutions = PageView(
      site: site, template: "solutions", reads: ["solutions": "/api/solutions"], isPrivate: true)
    let solution = PageView(
      site: site, template: "solution", reads: ["solution": "/api/solutions/{id}"],
      isPrivate: true)
    return [
      Route(.get, "/solutions", solutions), Route(.get, "/solutions/{id}", solution),
      Route(
        .post, "/solutions",
        FormAction(
          site: site, path: "/api/solutions", body: { $0.wish }, then: "/solutions/{solutionId}",
          page: solutions)),
    ]
  }
}
