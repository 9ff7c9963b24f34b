/// From the website into the mini-program, and back.
package enum EntryRoutes {
  static func shared(of shop: Shop) -> [Route] {
    [
      Route(.get, "/api/entries/{key}", ShowEntryHandler(shop: shop)),
      Route(.get, "/api/staff/entries/{key}", StaffEntryHandler(shop: shop)),
      Route(.get, "/api/handovers/{id}", ShowHandoverHandler(shop: shop)),
    ]
  }

  package static func website(of shop: Shop, _ entrances: any EntranceMaker) -> [Route] {
    [
      Route(.post, "/api/entries", CreateEntryHandler(shop: shop, entrances: entrances)),
      Route(.get, "/api/codes/{file}", EntryPictureHandler(shop: shop, entrances: entrances)),
    ]
  }

  package static func miniProgram(of shop: Shop) -> [Route] {
    [Route(.post, "/api/handovers", IssueHandoverHandler(shop: shop))]
  }
}
