package import GRDB

/// The tables of one side.
package enum ShopSchema {
  package static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("first") { database in
      for statement in [
        Counter.schema, Members.schema, MemberMerge.schema, Bindings.schema,
        Credentials.schema, Sessions.schema,
        Products.schema, Categories.schema, Orders.schema, Points.schema, Outbox.schema,
        Inbox.schema, PeerAnswers.schema, StoredAnswers.schema, OrderIntents.schema,
        AfterSalesRecords.schema, StockJobs.schema, NewsBook.schema,
        PointsMoves.schema, CouponOffers.schema, Coupons.schema, WeChatPayments.schema,
        Favourites.schema, History.schema,
        Reports.schema, Downloads.schema, Themes.schema,
        Campaigns.schema, GroupBuys.schema, GroupSeats.schema,
        Surveys.schema, Draws.schema,
        Entries.schema, EntryVisits.schema, Handovers.schema,
        Inquiries.schema, Solutions.schema, Prompts.schema,
        ShopServices.schema, Bookings.schema, ServicePackages.schema, RedemptionCodes.schema,
        Lessons.schema, Seats.schema,
        Recruits.schema, Shares.schema,
        TrackedEvents.schema,
      ] {
        try database.execute(sql: statement)
      }
    }
    return migrator
  }
}
