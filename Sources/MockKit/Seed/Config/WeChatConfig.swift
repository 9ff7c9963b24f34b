/// What the WeChat platform is set up with: the bundled `mocks/seed.json`, or a file of one's own.
package struct WeChatConfig: Sendable, Equatable, Decodable {
  private enum CodingKeys: String, CodingKey {
    case apps, merchant
  }

  /// At least one of them is a mini-program.
  package let apps: [SeedData.App]
  /// Absent where nothing is paid.
  package var merchant: WeChatMerchant?

  /// The set's mini-program: the first one.
  package let mini: SeedData.App

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    apps = try fields.decode([SeedData.App].self, forKey: .apps)
    merchant = try fields.decodeIfPresent(WeChatMerchant.self, forKey: .merchant)
    guard let first = apps.first(where: { $0.kind == .mini }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .apps, in: fields, debugDescription: "expected a list with a mini-program")
    }
    mini = first
  }
}
