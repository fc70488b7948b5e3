import Feeds
import Geodesy

/// Finds the moment at which a recorded line came to the recorder, by which a recording is played.
///
/// Besides what `ReceiverTime` reads: a time behind the checksum of a `$PGHP` line goes before the time that the line
/// announces, since that one may be when a satellite heard the sentence, hours earlier and out of order; and the time
/// of day in `$ARVSI` is given the day that brings it nearest to the line before.
struct LineTime {
  private static let dayMilliseconds: Int64 = 86_400_000
  private var last: Int64?

  /// The moment of a line with or without its end, or nil when it holds none.
  mutating func read(_ line: ArraySlice<UInt8>) -> Instant? {
    let line = line.last == 0x0A ? line.dropLast() : line
    let milliseconds =
      Self.behindChecksum(line) ?? line.withUnsafeBytes { ReceiverTime.milliseconds(inLine: $0) }
      ?? timeOfDay(in: line)
    guard let milliseconds else { return nil }
    last = milliseconds
    return Instant(millisecondsSince1970: milliseconds)
  }

  private static func behindChecksum(_ line: ArraySlice<UInt8>) -> Int64? {
    guard line.starts(with: "$PGHP,".utf8), let star = line.lastIndex(of: 0x2A), line.endIndex - star > 4 else {
      return nil
    }
    // Read as the end of any sentence, so that the time which this one announces is passed over.
    return ("!".utf8 + line[star...]).withUnsafeBytes { ReceiverTime.milliseconds(inLine: $0) }
  }

  /// `$ARVSI,station,number,233948.825,…`: hours, minutes, seconds and their fraction.
  private func timeOfDay(in line: ArraySlice<UInt8>) -> Int64? {
    guard line.first == 0x24, line.dropFirst(3).starts(with: "VSI,".utf8) else { return nil }
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
    return nearest(milliseconds)
  }

  private func nearest(_ timeOfDay: Int64) -> Int64 {
    guard let last else { return timeOfDay }
    let midnight = last - (last % Self.dayMilliseconds + Self.dayMilliseconds) % Self.dayMilliseconds
    let candidates = [-1, 0, 1].map { midnight + $0 * Self.dayMilliseconds + timeOfDay }
    return candidates.min { ($0 - last).magnitude < ($1 - last).magnitude } ?? timeOfDay
  }
}
