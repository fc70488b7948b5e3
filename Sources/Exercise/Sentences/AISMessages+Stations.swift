import Geodesy

/// Source: ITU-R M.1371-5, annex 8, 3.2 (type 4), 3.12 (type 14), 3.19 (type 21).
extension AISMessages {
  /// Type 4, with the time of its second.
  static func baseStation(_ reading: AISReading, mmsi: UInt32, at moment: Instant) -> SixBitWriter {
    let time = CalendarTime(moment)
    var writer = begin(4, mmsi)
    writer.add(time.year, bits: 14)
    writer.add(time.month, bits: 4)
    writer.add(time.day, bits: 5)
    writer.add(time.hour, bits: 5)
    writer.add(time.minute, bits: 6)
    writer.add(time.second, bits: 6)
    addPosition(reading, to: &writer)
    writer.add(7, bits: 4)  // position surveyed
    writer.add(0, bits: 1 + 9 + 1)  // no control of long-range broadcasts, spare, no integrity monitoring
    writer.add(0, bits: 19)
    return writer
  }

  /// Type 14.
  static func safetyText(_ text: String, mmsi: UInt32) -> SixBitWriter {
    var writer = begin(14, mmsi)
    writer.add(0, bits: 2)
    writer.add(text, characters: min(156, text.utf8.count))
    return writer
  }

  /// Type 21 of a real mark in its place.
  static func aidToNavigation(_ actor: ExerciseActor, _ reading: AISReading) -> SixBitWriter {
    var writer = begin(21, actor.mmsi)
    writer.add(actor.particulars.shipType, bits: 5)
    writer.add(actor.name, characters: 20)
    addPosition(reading, to: &writer)
    addDimensions(actor.particulars, to: &writer)
    writer.add(1, bits: 4)  // position by GPS
    writer.add(reading.second, bits: 6)
    writer.add(false)  // on position
    writer.add(0, bits: 8)
    writer.add(0, bits: 1 + 1 + 1 + 1)  // no integrity monitoring, not virtual, not assigned, spare
    return writer
  }
}
