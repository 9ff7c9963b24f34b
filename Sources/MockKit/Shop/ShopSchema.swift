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
        Entries.schema, EntryVisits.schema, Handovers.schema,
        TrackedEvents.schema,
      ] {
        try database.execute(sql: statement)
      }
    }
    return migrator
  }
}
