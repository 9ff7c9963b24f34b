import Foundation
import Testing

/// A scenario that nothing turns red says nothing when it is green.
@Suite("Every scenario of the bundled suite can turn red")
struct RedCasesTests {
  /// For each scenario a defect of the mocks under which it alone fails.
  static let defects = [
    "account-merge": "double_apply_points",
    "after-sales": "money_truncation",
    "backend-restart": "double_apply_points",
    "booking-confirmation": "booking_timezone_shift",
    "brand-parity": "theme_drift",
    "browsing-history": "always_one_behind",
    "campaign-parity": "campaign_stale",
    "catalogue-parity": "price_stale",
    "conversion-paths": "entry_attribution_lost",
    "coupon-expiry": "coupon_burnt_unpaid",
    "coupon-shared": "coupon_burnt_unpaid",
    "coupon-single-use": "coupon_double_redeem",
    "daily-sign-in": "double_apply_points",
    "downloads": "download_truncated",
    "duplicate-and-reorder": "double_relay",
    "exclusive-download": "exclusive_open",
    "favourites": "delete_not_propagated",
    "form-lottery": "draw_twice",
    "forged-sync": "signature_unchecked",
    "inquiry-follow-up": "reply_doubled",
    "group-buy": "group_unrefunded",
    "isolation": "wrong_user_leak",
    "kpi-accuracy": "figures_day_shift",
    "launch-readiness": "cookie_unprotected",
    "member-deletion": "delete_not_propagated",
    "member-level-up": "double_apply_points",
    "member-profile-parity": "clock_skew_last_write_wins",
    "mini-order-web-lookup": "ack_then_lose",
    "mini-register-web-login": "identity_split",
    "mini-to-web-entry": "handover_reusable",
    "order-idempotent": "commit_without_outbox",
    "order-messages": "topic_gap",
    "order-status-flow": "status_regression",
    "outage-and-recovery": "notice_missing",
    "package-redemption": "redeem_twice",
    "points-concurrent": "dedupe_race",
    "points-parity": "phantom_event_on_rollback",
    "prompt-frequency": "prompt_every_visit",
    "purchase-perk": "perk_early",
    "referral": "referral_double",
    "refund-returns-points": "refund_keeps_points",
    "session-safety": "always_one_behind",
    "solution-progress": "stage_skipped",
    "share-rewards": "share_rewards_opens",
    "stock-sync": "oversell",
    "trial-lesson": "seat_double",
    "web-order-mini-lookup": "topic_gap",
    "web-register-mini-login": "identity_split",
    "wechat-payment": "money_truncation",
    "web-to-mini-entry": "entry_attribution_lost",
  ]

  private static let folder = Binary.repository + "/scenarios"
  private static let atOnce = 4

  /// The ids of all scenarios that the program brings along.
  private func scenarios() throws -> Set<String> {
    let files = FileManager.default.enumerator(atPath: Self.folder)?.allObjects as? [String] ?? []
    let texts = try files.filter { $0.hasSuffix(".yaml") }
      .map { try String(contentsOfFile: Self.folder + "/" + $0, encoding: .utf8) }
    return Set(
      texts.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("scenario: ") }
        .map { String($0.dropFirst("scenario: ".count)) })
  }

  @Test("has a defect for each, and none for what is no scenario")
  func complete() throws {
    let known = try scenarios()
    #expect(known.count >= 25)
    let (listed, folder) = (Set(Self.defects.keys), Self.folder)
    #expect(
      known.subtracting(listed).sorted() == [],
      "name a defect in RedCasesTests.defects; `linkage mutants FILE` shows which it notices")
    #expect(listed.subtracting(known).sorted() == [], "no such scenario in \(folder)")
  }

  @Test("turns red under its defect, by itself")
  func red() async throws {
    await withTaskGroup { group in
      var waiting = Self.defects.sorted { $0.key < $1.key }[...]
      for (scenario, defect) in waiting.prefix(Self.atOnce) {
        group.addTask { await check(scenario, defect) }
      }
      waiting = waiting.dropFirst(Self.atOnce)
      while await group.next() != nil {
        guard let (scenario, defect) = waiting.popFirst() else { continue }
        group.addTask { await check(scenario, defect) }
      }
    }
  }

  private func check(_ scenario: String, _ defect: String) async {
    await #expect(throws: Never.self) {
      let folder = try Folder()
      let run = try await Binary.run(
        [
          "mutants", "--grep", "^\(scenario)( |$)", "--only", defect, "--within", "3s", "--seed",
          "1", "--json", "m.json",
        ], in: folder)
      guard folder.has("m.json") else {
        Issue.record("\(scenario) under \(defect): \(run.output)\(run.errors)")
        return
      }
      let found = try JSONDecoder().decode(Found.self, from: folder.data("m.json"))
      let isRed = found.mutants.contains { mutant in
        mutant.result.hasPrefix("killed") && mutant.signs.contains { $0.scenario == scenario }
      }
      #expect(isRed, "\(scenario) stays green under \(defect): \(run.output)")
    }
  }

  private struct Found: Decodable {
    let mutants: [Mutant]
  }

  private struct Mutant: Decodable {
    let result: String
    let signs: [Sign]
  }

  private struct Sign: Decodable {
    let scenario: String?
  }
}
