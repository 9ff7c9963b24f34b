import Glibc

/// Hosts that are reached without the proxy, read as libcurl reads `no_proxy`.
///
/// libcurl decides by itself; this tells whose a failure is.
struct ProxyExceptions {
  private let items: [Substring]

  init(_ text: String) {
    items = text.split { $0 == "," || $0 == " " || $0 == "\t" }
  }

  /// - Parameter host: IPv6 with its brackets.
  func contains(_ host: Substring) -> Bool {
    if items == ["*"] { return true }
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    let address = isBracketed ? host.dropFirst().dropLast() : host
    if let bytes = Self.address(address) { return items.contains { Self.network($0, has: bytes) } }
    let name = Self.name(host)
    return items.contains { item in
      let item = Self.name(item.hasPrefix(".") ? item.dropFirst() : item)
      return name == item || name.hasSuffix("." + item)
    }
  }

  private static func name(_ text: Substring) -> String {
    (text.hasSuffix(".") ? text.dropLast() : text).lowercased()
  }

  /// `10.0.0.0/8`, or one address alone.
  private static func network(_ item: Substring, has address: [UInt8]) -> Bool {
    let parts = item.split(separator: "/", maxSplits: 1)
    guard let first = parts.first, let network = Self.address(first),
      network.count == address.count
    else { return false }
    let bits = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    // Without a length, or with 0, it is the one address.
    let length = (1...network.count * 8).contains(bits) ? bits : network.count * 8
    return zip(network, address).enumerated().allSatisfy { place, pair in
      let kept = min(8, max(0, length - place * 8))
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> kept)
      return pair.0 & mask == pair.1 & mask
    }
  }

  private static func address(_ text: Substring) -> [UInt8]? {
    for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: size)
      if inet_pton(family, String(text), &bytes) == 1 { return bytes }
    }
    return nil
  }
}
