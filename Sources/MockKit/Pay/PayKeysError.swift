/// Why there are no keys for WeChat Pay.
package enum PayKeysError: Error, Sendable, Equatable {
  case keyLength, serialMissing, halfPlatform
  case unreadable(String)
  case fileMissing(String)
}

extension PayKeysError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .keyLength: "merchant.apiV3Key: expected 32 bytes"
    case .serialMissing:
      "merchant.serial: expected the certificate's serial number, since merchant.certificate is a public key"
    case .halfPlatform:
      "merchant.platform: expected privateKey and certificate together, or neither"
    case .unreadable(let name): "\(name): expected PEM of an RSA key of 2048 bits or more"
    case .fileMissing(let name): "mocks/wechat/\(name): there is no such file"
    }
  }
}
