extension Timestamp {
  /// Reads RFC 3339, such as `2024-02-29T08:30:00.25+08:00`. Digits beyond nanoseconds are cut off.
  /// Nil when the text is malformed, names no real date or lies outside CEL's range.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.skip("-"),
      let month = reader.number(digits: 2), (1...12).contains(month), reader.skip("-"),
      let day = reader.number(digits: 2),
      (1...CivilTime.days(inMonth: month, of: Int64(year))).contains(day),
      reader.skip("T") || reader.skip("t"),
      let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
      let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
      let second = reader.number(digits: 2), second < 60,
      let fraction = reader.optionalFraction(),
      let offset = reader.zoneOffset(), reader.isAtEnd
    else { return nil }
    let civil = CivilTime(
      year: Int64(year), month: month, day: day, hour: hour, minute: minute, second: second)
    self.init(
      seconds: civil.secondsSinceEpoch - Int64(offset), nanoseconds: Int32(fraction))
    guard isInRange else { return nil }
  }

  /// RFC 3339 in UTC with as many digits of a second as needed: `2009-02-13T23:31:30.5Z`.
  public var text: String {
    let civil = CivilTime(secondsSinceEpoch: seconds)
    let date = "\(civil.year.padded(to: 4))-\(civil.month.padded(to: 2))-\(civil.day.padded(to: 2))"
    let time =
      "\(civil.hour.padded(to: 2)):\(civil.minute.padded(to: 2)):\(civil.second.padded(to: 2))"
    return "\(date)T\(time)\(nanoseconds.asFraction)Z"
  }
}

extension Timestamp: CustomStringConvertible {
  public var description: String { text }
}

extension DigitReader {
  /// Seconds east of UTC from `Z` or `±hh:mm`.
  fileprivate mutating func zoneOffset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let sign = skip("-") ? -1 : 1
    guard sign == -1 || skip("+"), let hours = number(digits: 2), hours < 24, skip(":"),
      let minutes = number(digits: 2), minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  /// Nanoseconds from `.` and digits; 0 when there is no point, nil when no digit follows it.
  fileprivate mutating func optionalFraction() -> Int? {
    skip(".") ? fraction() : 0
  }
}
