import Foundation

/// What a set begins with: the bundled `mocks/seed.json`.
package struct SeedData: Sendable, Equatable, Decodable {
  /// Somebody of the staff.
  package struct Clerk: Sendable, Equatable, Decodable {
    package let user: String
    package let password: String
  }

  package struct Item: Sendable, Equatable, Decodable {
    package let sku: String
    package let name: String
    package let nameEn: String
    package let category: String
    package let price: Money
    package let stock: Int
    /// How many uses of a service one piece is good for; absent where it is goods.
    package let uses: Int?
  }

  /// A trial lesson.
  package struct Lesson: Sendable, Equatable, Decodable {
    package let lesson: String
    package let title: String
    package let titleEn: String
    package let place: String
    package let seats: Int
    /// How many days after the set begins, and when by clocks in Shanghai.
    package let day: Int
    package let time: String
  }

  package struct Account: Sendable, Equatable, Decodable {
    package let phone: String
    package let name: String
    package let level: MemberLevel
    package let points: Int
    /// The website's; without one the member cannot log in there.
    package let password: String?
    /// Whether the phone's WeChat user is bound to the member.
    package let wechat: Bool
  }

  private enum CodingKeys: String, CodingKey {
    case staff, categories, products, offers, services, lessons, reports, campaigns, surveys
    case accounts
  }

  /// What the WeChat platform is set up with.
  package var wechat: WeChatConfig
  package let staff: [Clerk]
  package let categories: [Category]
  package let products: [Item]
  package let offers: [CouponOffer]
  package let services: [ShopService]
  package let lessons: [Lesson]
  package let reports: [Report]
  let campaigns: [Campaign]
  let surveys: [Survey]
  package let accounts: [Account]

  package init(from decoder: any Decoder) throws {
    wechat = try WeChatConfig(from: decoder)
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    staff = try fields.decode([Clerk].self, forKey: .staff)
    categories = try fields.decode([Category].self, forKey: .categories)
    products = try fields.decode([Item].self, forKey: .products)
    offers = try fields.decode([CouponOffer].self, forKey: .offers)
    services = try fields.decode([ShopService].self, forKey: .services)
    lessons = try fields.decode([Lesson].self, forKey: .lessons)
    reports = try fields.decode([Report].self, forKey: .reports)
    campaigns = try fields.decodeIfPresent([Campaign].self, forKey: .campaigns) ?? []
    surveys = try fields.decodeIfPresent([Survey].self, forKey: .surveys) ?? []
    accounts = try fields.decode([Account].self, forKey: .accounts)
  }

  /// The set's mini-program.
  package var app: App { wechat.mini }

  package init(json: [UInt8]) throws(SeedError) {
    do {
      self = try JSONDecoder().decode(SeedData.self, from: Data(json))
    } catch let error as DecodingError {
      throw SeedError(error)
    } catch {
      throw SeedError(field: "", reason: .notJSON)
    }
  }
}

/// Where seed data is not what it should be.
package typealias SeedError = InvalidRequest
