package import GRDB

/// What a shop needs for its orders beside its database.
package struct OrderDesk: Sendable {
  let stock: StockDesk
  let staff: Staff
  let holds: [any OrderHold] = [CouponHold(), StockHold()]
  let chores: ShopChores

  package init(stock: StockDesk, staff: Staff, clock: MockClock) {
    self.stock = stock
    self.staff = staff
    chores = ShopChores(clock: clock)
  }
}

/// What a shop does by itself.
package struct ShopChores: Sendable {
  /// Cancels orders that were not paid.
  let unpaid: Chore
  /// Reminds members of their bookings; on the website nobody starts it.
  let reminders: Chore
  /// Tells the counter what became of its pieces.
  let stock: Chore
  /// Ends groups that did not fill; on the website nobody starts it.
  let groups: Chore
  /// Sends news through WeChat; on the website nobody starts it.
  package let messages: Chore
  /// Looks after what is paid with WeChat; on the website nobody starts it.
  package let payments: Chore

  init(clock: MockClock) {
    unpaid = Chore(clock: clock)
    reminders = Chore(clock: clock)
    stock = Chore(clock: clock)
    groups = Chore(clock: clock)
    messages = Chore(clock: clock)
    payments = Chore(clock: clock)
  }

  var all: [Chore] { [unpaid, reminders, stock, groups, messages, payments] }
}

extension Shop {
  package var chores: ShopChores { desk.chores }

  /// Begins what the shop does by itself.
  ///
  /// - Parameter counter: where the counter system is.
  package func startChores(counter: String) {
    desk.stock.connect(to: counter)
    desk.chores.stock.start { await StockClerk(shop: self).run() }
    desk.chores.unpaid.start { await OrderTimer(shop: self).run() }
    if side == Booking.owner {
      desk.chores.reminders.start { await BookingTimer(shop: self).run() }
    }
    if side == GroupBuy.owner {
      desk.chores.groups.start { await GroupTimer(shop: self).run() }
    }
  }

  /// Goes on with what the database holds now, which may be another state than a moment ago.
  package func resumeChores(in database: Database) throws {
    try abandonIntents(in: database)
    for chore in desk.chores.all { chore.wake() }
  }

  package var isResting: Bool { desk.chores.all.allSatisfy(\.isResting) }

  package func stopChores() async {
    for chore in desk.chores.all { await chore.stop() }
  }
}
