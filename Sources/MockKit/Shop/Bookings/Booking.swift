import Foundation

/// A service at a time, as it travels and as it is written down.
struct Booking: Equatable, VersionedRecord {
  enum Status: String, Sendable, Codable, CaseIterable {
    case requested, confirmed, completed, cancelled
  }

  /// How long before the start a member is reminded.
  static let notice: Duration = .seconds(86_400)
  /// Bookings are made in the mini-program, and everything about them is decided there.
  static let owner = ShopSide.mini

  let bookingId: String
  var memberId: String
  var service: String
  var name: String
  var nameEn: String
  var price: Money
  var address: String
  /// RFC 3339 in UTC, as all moments here.
  var startsAt: String
  /// Of the IANA database: where the member's clock is.
  let timeZone: String
  let people: Int
  let notes: String?
  var status: Status
  /// Rises by one with every change; a lower one never replaces a higher one.
  var version: Int
  let createdAt: String
  /// The service before the last upgrade, and what that cost more.
  var upgradedFrom: String?
  var difference: Money?
  var confirmedAt: String?
  var remindedAt: String?
  var completedAt: String?
  var cancelledAt: String?
}

extension Booking {
  /// In ms since 1970.
  var start: Int64 { ZonedTime.moment(startsAt, in: .gmt) ?? 0 }

  /// As the member's clock tells it, such as `2026-12-01 10:00`.
  var localStart: String { ZonedTime.text(start, in: ZonedTime.zone(timeZone) ?? .gmt) }

  /// When the member is to be reminded, in ms since 1970; nothing where that is done or void.
  var reminder: Int64? {
    guard status == .confirmed, remindedAt == nil else { return nil }
    return start - Int64(Self.notice / .milliseconds(1))
  }

  mutating func take(_ chosen: ShopService) {
    (service, name, nameEn) = (chosen.service, chosen.name, chosen.nameEn)
    (price, address) = (chosen.price, chosen.address)
  }
}
