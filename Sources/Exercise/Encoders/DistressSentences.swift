import Geodesy

/// The sentences of a distress call: `DSC`, and `DSE` with the rest of the position and the people aboard.
///
/// A distress alert has no mark of an exercise in itself; the tag block of each line names its source `EXERCISE`, and
/// the identity is that of a handheld radio that does not exist. Source: IEC 61162-1:2016, 8.3; ITU-R M.493-15; ITU-R
/// M.821-1.
enum DistressSentences {
  /// A handheld radio (8), United Kingdom (235), and the invented number that ends it.
  static let mmsi = 823_599_001
  /// Disabled and adrift.
  private static let nature = "06"

  static func call(from place: Place, people: Int, at moment: Instant) -> [UInt8] {
    let time = CalendarTime(moment)
    let (north, east) = (minutes(place.latitude), minutes(place.longitude))
    let quadrant = (place.latitude < 0 ? 2 : 0) + (place.longitude < 0 ? 1 : 0)
    let position =
      "\(quadrant)" + padded(north.whole / 60, digits: 2) + padded(north.whole % 60, digits: 2)
      + padded(east.whole / 60, digits: 3) + padded(east.whole % 60, digits: 2)
    let clock = padded(time.hour, digits: 2) + padded(time.minute, digits: 2)
    let finer = padded(north.part, digits: 4) + padded(east.part, digits: 4)
    return tagged("CDDSC,12,\(mmsi)0,12,\(nature),00,\(position),\(clock),,,S,E", at: moment)
      + tagged("CDDSE,1,1,A,\(mmsi)0,00,\(finer),06,\(padded(people, digits: 4))", at: moment)
  }

  /// Whole minutes of an angle and ten-thousandths of the next, cut and not rounded.
  private static func minutes(_ degrees: Double) -> (whole: Int, part: Int) {
    let parts = Int((degrees.magnitude * 600_000).rounded(.down))
    return (parts / 10_000, parts % 10_000)
  }

  /// A sentence with its checksum, behind a tag block that says when and that it is an exercise.
  static func tagged(_ content: String, at moment: Instant) -> [UInt8] {
    let seconds = Int64((Double(moment.millisecondsSince1970) / 1000).rounded(.down))
    let tag = Array("s:EXERCISE,c:\(seconds)".utf8)
    let words = Array(content.utf8)
    return [0x5C] + tag + Station.checksum(tag) + [0x5C, 0x24] + words + Station.checksum(words) + [0x0D, 0x0A]
  }
}
