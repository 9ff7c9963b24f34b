import Foundation

/// What a set begins with: the bundled `mocks/seed.json`.
package struct SeedData: Sendable, Equatable, Decodable {
  package struct App: Sendable, Equatable, Decodable {
    package let appid: String
    package let secret: String
    /// What the app may send to its users.
    package let templates: Templates
  }

  package struct Templates: Sendable, Equatable, Decodable {
    package let order: Template
    package let afterSales: Template
  }

  /// A subscribe message as the WeChat platform knows it.
  package struct Template: Sendable, Equatable, Decodable {
    package let id: String
    package let title: String
    /// Such as `character_string1`; their kind says what may be in them.
    package let keywords: [String]
  }

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

  package let app: App
  /// Absent where nothing is paid.
  package var merchant: WeChatMerchant?
  package let staff: [Clerk]
  package let categories: [Category]
  package let products: [Item]
  package let offers: [CouponOffer]
  package let accounts: [Account]

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
