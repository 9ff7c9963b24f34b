package import Foundation

/// Has WeChat make what leads into the mini-program.
package protocol EntranceMaker: Sendable {
  /// `https://wxaurl.cn/…`
  func urlLink(to page: String, query: String) async throws -> String

  /// `weixin://dl/business/?t=…`
  func scheme(to page: String, query: String) async throws -> String

  /// A JPEG that carries up to 32 characters.
  func code(to page: String, scene: String) async throws -> Data
}
