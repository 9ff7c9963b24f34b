import Synchronization

/// Offsets from UTC of time zones given by name.
enum TimeZones {
  private static let folder = "/usr/share/zoneinfo/"

  /// Zones read so far; nil for a name that is no zone. It is emptied when it grows large, as names
  /// may come from data.
  private static let known = Mutex<[String: ZoneFile?]>([:])

  private static let knownLimit = 1000

  /// Seconds east of UTC at a time in seconds since 1970, for `UTC`, `±hh:mm` or a name of the IANA
  /// database that this machine knows; nil for every other name.
  static func offset(of name: String, at seconds: Int64) -> Int? {
    if name == "UTC" || name == "Z" { return 0 }
    if let fixed = fixedOffset(name) { return fixed }
    return zone(name)?.offset(at: seconds)
  }

  /// `+hh:mm`, `-hh:mm` or `hh:mm`.
  private static func fixedOffset(_ name: String) -> Int? {
    var digits = Array(name.utf8)[...]
    let isWest = digits.first == UInt8(ascii: "-")
    if isWest || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, digits.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ":") }),
      parts.allSatisfy({ (1...2).contains($0.count) }),
      let hours = Int(String(decoding: parts[0], as: UTF8.self)), hours < 24,
      let minutes = Int(String(decoding: parts[1], as: UTF8.self)), minutes < 60
    else { return nil }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func zone(_ name: String) -> ZoneFile? {
    if let known = known.withLock({ $0[name] }) { return known }
    let zone = isSafe(name) ? FileBytes.read(folder + name).flatMap { ZoneFile($0) } : nil
    known.withLock { zones in
      if zones.count >= knownLimit { zones.removeAll() }
      zones[name] = .some(zone)
    }
    return zone
  }

  /// A name must not lead out of the folder.
  private static func isSafe(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return !bytes.isEmpty && bytes.count <= 64 && bytes[0].isIdentifierStart
      && bytes.allSatisfy { $0.isIdentifierPart || [0x2B, 0x2D, 0x2F].contains($0) }
  }
}
