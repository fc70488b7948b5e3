import Geodesy

/// Finds the moment at which a recorded line was received, as the many kinds of recorders write it.
///
/// In this order: the `c` field of a tag block (NMEA 0183 version 4.10, 7.1), a time before the sentence (seconds,
/// milliseconds, microseconds or nanoseconds since 1970, or ISO 8601), the same behind its checksum, the date and time
/// in `$PGHP`, and the time of day in `$ARVSI`, which is given the day that brings it nearest to the line before.
struct LineTime {
  private static let dayMilliseconds: Int64 = 86_400_000
  private var last: Instant?

  /// The moment of a line, or nil when it holds none.
  mutating func read(_ line: ArraySlice<UInt8>) -> Instant? {
    let trimmed = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard let moment = Self.moment(in: trimmed) ?? timeOfDay(in: trimmed) else { return nil }
    last = moment
    return moment
  }

  private static func moment(in line: ArraySlice<UInt8>) -> Instant? {
    guard let first = line.first else { return nil }
    switch first {
    case 0x5C:  // A tag block begins and ends with a backslash.
      let block = line.dropFirst().prefix { $0 != 0x5C }
      let sentence = line[block.endIndex...].dropFirst()
      return tagBlockTime(block) ?? moment(in: sentence.first == 0x5C ? [] : sentence)
    case 0x21, 0x24:  // A sentence begins with an exclamation mark or a dollar sign.
      return trailingTime(line) ?? proprietaryTime(line)
    case 0x30...0x39:
      return leadingTime(line)
    default:
      return nil
    }
  }

  private static func tagBlockTime(_ block: ArraySlice<UInt8>) -> Instant? {
    for field in block.prefix(while: { $0 != 0x2A }).split(separator: 0x2C) where field.starts(with: [0x63, 0x3A]) {
      return EpochText.read(field.dropFirst(2))
    }
    return nil
  }

  /// What stands before the first character that can begin a sentence or a tag block.
  private static func leadingTime(_ line: ArraySlice<UInt8>) -> Instant? {
    let isStart: (UInt8) -> Bool = { $0 == 0x21 || $0 == 0x24 || $0 == 0x5C }
    let head = line.prefix(64).prefix { !isStart($0) }
    guard head.endIndex < line.endIndex, isStart(line[head.endIndex]) else { return nil }
    let text = head.trimming { [0x20, 0x09, 0x2C, 0x3B, 0x3A, 0x5D].contains($0) }
    return EpochText.read(text) ?? Instant.parse(String(decoding: text, as: UTF8.self), assumingUTC: true)
  }

  /// The first field behind the checksum that is a number of the size of a time.
  private static func trailingTime(_ line: ArraySlice<UInt8>) -> Instant? {
    guard let star = line.lastIndex(of: 0x2A) else { return nil }
    let tail = line[star...].dropFirst(3)
    guard tail.first == 0x2C else { return nil }
    for field in tail.split(separator: 0x2C) {
      if let moment = EpochText.read(field.trimming { $0 == 0x0D || $0 == 0x0A || $0 == 0x20 }) { return moment }
    }
    return nil
  }

  /// `$PGHP,1,2010,6,11,11,46,12,386,…`: year, month, day, hour, minute, second, millisecond.
  private static func proprietaryTime(_ line: ArraySlice<UInt8>) -> Instant? {
    guard line.starts(with: Array("$PGHP,1,".utf8)) else { return nil }
    let fields = line.split(separator: 0x2C, maxSplits: 9, omittingEmptySubsequences: false)
    guard fields.count == 10 else { return nil }
    let numbers = fields[2...8].compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 7, (0...9999).contains(numbers[0]), numbers[1...6].allSatisfy({ (0...999).contains($0) })
    else { return nil }
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let date = "\(digits(numbers[0], 4))-\(digits(numbers[1], 2))-\(digits(numbers[2], 2))"
    let time = "\(digits(numbers[3], 2)):\(digits(numbers[4], 2)):\(digits(numbers[5], 2)).\(digits(numbers[6], 3))Z"
    return Instant.parse("\(date)T\(time)")
  }

  /// `$ARVSI,station,number,233948.825,…`: hours, minutes, seconds and their fraction.
  private func timeOfDay(in line: ArraySlice<UInt8>) -> Instant? {
    guard line.count > 7, line.first == 0x24, line.dropFirst(3).starts(with: Array("VSI,".utf8)) else { return nil }
    let fields = line.split(separator: 0x2C, maxSplits: 4, omittingEmptySubsequences: false)
    guard fields.count > 3 else { return nil }
    let whole = fields[3].prefix { $0 != 0x2E }
    guard whole.count == 6, let digits = Int64(String(decoding: whole, as: UTF8.self)), digits >= 0 else { return nil }
    let (hours, minutes, seconds) = (digits / 10_000, digits / 100 % 100, digits % 100)
    guard hours < 24, minutes < 60, seconds <= 60 else { return nil }
    var milliseconds = ((hours * 60 + minutes) * 60 + seconds) * 1000
    var place: Int64 = 100
    for digit in fields[3].dropFirst(whole.count + 1).prefix(3) where (0x30...0x39).contains(digit) {
      milliseconds += Int64(digit - 0x30) * place
      place /= 10
    }
    return Instant(millisecondsSince1970: nearest(milliseconds))
  }

  private func nearest(_ timeOfDay: Int64) -> Int64 {
    guard let last else { return timeOfDay }
    let moment = last.millisecondsSince1970
    let midnight = moment - (moment % Self.dayMilliseconds + Self.dayMilliseconds) % Self.dayMilliseconds
    let candidates = [-1, 0, 1].map { midnight + $0 * Self.dayMilliseconds + timeOfDay }
    return candidates.min { ($0 - moment).magnitude < ($1 - moment).magnitude } ?? timeOfDay
  }
}

extension ArraySlice<UInt8> {
  /// Without the bytes at either end for which the test holds.
  fileprivate func trimming(_ isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var rest = drop(while: isTrimmed)
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return rest
  }
}
