/// The tables whose rows belong to a member by `member_id`, and go to the survivor of a merge.
enum MergeTables {
  static let all = [
    "sessions", "credentials", "bindings", "member_phones", "orders", "points",
    "points_moves", "coupons", "after_sales", "news",
    "favourites", "history",
    "downloads",
    "group_seats", "draws",
    "entries", "entry_visits", "handovers",
    "inquiries", "solutions", "prompts",
    "bookings", "service_packages", "seats",
    "recruits", "shares",
    "tracked_events",
  ]
}
