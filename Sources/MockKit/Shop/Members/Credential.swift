import Crypto
import Foundation

/// A salted password. One round of SHA-256 is enough for made-up members; a real shop needs a slow
/// function such as scrypt.
package struct Credential: Sendable, Equatable, Codable {
  let salt: String
  let hash: String

  package init(password: String) {
    salt = Hexadecimal.random(bytes: 16)
    hash = Self.hash(password, salt: salt)
  }

  init(salt: String, hash: String) {
    self.salt = salt
    self.hash = hash
  }

  func accepts(_ password: String) -> Bool {
    Self.hash(password, salt: salt) == hash
  }

  private static func hash(_ password: String, salt: String) -> String {
    SHA256.hash(data: Data((salt + password).utf8)).map { Hexadecimal.pair($0) }.joined()
  }
}
