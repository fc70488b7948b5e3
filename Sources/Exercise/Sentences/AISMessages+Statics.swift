/// Source: ITU-R M.1371-5, annex 8, 3.3 (type 5), 3.22 (type 24).
extension AISMessages {
  /// Type 5.
  static func classAStatics(_ actor: ExerciseActor) -> SixBitWriter {
    var writer = begin(5, actor.mmsi)
    writer.add(2, bits: 2)  // AIS version of M.1371-5
    writer.add(0, bits: 30)  // an invented ship has no IMO number
    writer.add(actor.particulars.callSign, characters: 7)
    writer.add(actor.name, characters: 20)
    writer.add(actor.particulars.shipType, bits: 8)
    addDimensions(actor.particulars, to: &writer)
    writer.add(1, bits: 4)  // position by GPS
    writer.add(24 << 6 | 60, bits: 4 + 5 + 5 + 6)  // no estimated time of arrival: 0-0 24:60
    writer.add(min(255, actor.particulars.draughtDecimetres), bits: 8)
    writer.add(actor.particulars.destination, characters: 20)
    writer.add(0, bits: 1 + 1)  // data terminal ready, spare
    return writer
  }

  /// Type 24 part A.
  static func classBName(_ actor: ExerciseActor) -> SixBitWriter {
    var writer = begin(24, actor.mmsi)
    writer.add(0, bits: 2)
    writer.add(actor.name, characters: 20)
    return writer
  }

  /// Type 24 part B.
  static func classBStatics(_ actor: ExerciseActor) -> SixBitWriter {
    var writer = begin(24, actor.mmsi)
    writer.add(1, bits: 2)
    writer.add(actor.particulars.shipType, bits: 8)
    writer.add("EXE", characters: 3)  // maker
    writer.add(1, bits: 4)  // model
    writer.add(actor.number, bits: 20)  // serial number
    writer.add(actor.particulars.callSign, characters: 7)
    addDimensions(actor.particulars, to: &writer)
    writer.add(1, bits: 4)
    writer.add(0, bits: 2)
    return writer
  }

  static func addDimensions(_ particulars: Particulars, to writer: inout SixBitWriter) {
    let dimensions = particulars.dimensions
    writer.add(min(511, dimensions.bow), bits: 9)
    writer.add(min(511, dimensions.stern), bits: 9)
    writer.add(min(63, dimensions.port), bits: 6)
    writer.add(min(63, dimensions.starboard), bits: 6)
  }
}
