import Values

/// The rule for all later years at the end of a TZif file, in the form of POSIX's TZ variable:
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable {
  /// When one of the two times of the year begins.
  fileprivate struct Start {
    enum Day {
      /// The n-th weekday (0 is Sunday) of a month, 5 being the last one.
      case weekday(month: Int, week: Int, day: Int)
      /// The day of the year from 1, 29 February not being counted.
      case julian(Int)
      /// The day of the year from 0.
      case zeroBased(Int)
    }

    let day: Day
    /// Seconds after midnight by the clock in force before.
    let time: Int
  }

  private let standard: Int
  private var daylight: Int?
  private var daylightStart: Start?
  private var standardStart: Start?

  /// Nil when the text is no such rule.
  init?(_ text: String) {
    var reader = RuleReader(text)
    guard reader.skipName(), let west = reader.offset() else { return nil }
    standard = -west
    if reader.isAtEnd { return }
    guard reader.skipName() else { return nil }
    let daylight = reader.offset().map { -$0 } ?? standard + 3600
    guard reader.skip(","), let first = Self.start(&reader), reader.skip(","),
      let second = Self.start(&reader), reader.isAtEnd
    else { return nil }
    self.daylight = daylight
    daylightStart = first
    standardStart = second
  }

  func offset(at seconds: Int64) -> Int {
    guard let daylight, let daylightStart, let standardStart else { return standard }
    let year = CivilTime(secondsSinceEpoch: seconds + Int64(standard)).year
    let begin = daylightStart.seconds(in: year) - Int64(standard)
    let end = standardStart.seconds(in: year) - Int64(daylight)
    let isDaylight =
      begin < end ? (begin..<end).contains(seconds) : !(end..<begin).contains(seconds)
    return isDaylight ? daylight : standard
  }

  private static func start(_ reader: inout RuleReader) -> Start? {
    let day: Start.Day
    if reader.skip("M") {
      guard let month = reader.number(1...12), reader.skip("."), let week = reader.number(1...5),
        reader.skip("."), let weekday = reader.number(0...6)
      else { return nil }
      day = .weekday(month: month, week: week, day: weekday)
    } else if reader.skip("J") {
      guard let number = reader.number(1...365) else { return nil }
      day = .julian(number)
    } else {
      guard let number = reader.number(0...365) else { return nil }
      day = .zeroBased(number)
    }
    guard reader.skip("/") else { return Start(day: day, time: 7200) }
    return reader.offset().map { Start(day: day, time: $0) }
  }
}

extension ZoneRule.Start {
  /// In seconds since 1970 as the clock on the wall counts them.
  fileprivate func seconds(in year: Int64) -> Int64 {
    let january = CivilTime(year: year, month: 1, day: 1)
    let days: Int64 =
      switch day {
      case .zeroBased(let number): january.daysSinceEpoch + Int64(number)
      case .julian(let number):
        january.daysSinceEpoch + Int64(number - 1)
          + (number > 59 && CivilTime.isLeap(year) ? 1 : 0)
      case .weekday(let month, let week, let weekday):
        Self.day(year, month, week, weekday).daysSinceEpoch
      }
    return days * 86_400 + Int64(time)
  }

  private static func day(_ year: Int64, _ month: Int, _ week: Int, _ weekday: Int) -> CivilTime {
    var day = CivilTime(year: year, month: month, day: 1)
    day.day += (weekday - day.dayOfWeek + 7) % 7 + (week - 1) * 7
    if day.day > CivilTime.days(inMonth: month, of: year) { day.day -= 7 }
    return day
  }
}

/// Reads the parts of a rule.
private struct RuleReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// `CET` or `<+0330>`.
  mutating func skipName() -> Bool {
    if skip("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(end + 1)...]
      return true
    }
    let letters = rest.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(4, while: \.isDigit)
    guard let number = Int(String(decoding: digits, as: UTF8.self)), range.contains(number) else {
      return nil
    }
    rest = rest.dropFirst(digits.count)
    return number
  }

  /// `hh[:mm[:ss]]` with an optional sign, in seconds.
  mutating func offset() -> Int? {
    let sign = skip("-") ? -1 : 1
    if sign == 1 { _ = skip("+") }
    guard let hours = number(0...167) else { return nil }
    var seconds = hours * 3600
    if skip(":") {
      guard let minutes = number(0...59) else { return nil }
      seconds += minutes * 60
      if skip(":") {
        guard let rest = number(0...59) else { return nil }
        seconds += rest
      }
    }
    return sign * seconds
  }
}

extension ArraySlice<UInt8> {
  /// The longest beginning, up to a length, all of whose elements hold.
  fileprivate func prefix(_ limit: Int, while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    prefix(limit).prefix(while: holds)
  }
}
