import Geodesy

extension ByteWriter {
  /// Writes a name and any text as a JSON string, or nothing.
  mutating func string(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    write(name)
    write(string: value)
  }

  /// Writes any text as a JSON string: UTF-8 as it is, and escapes where JSON or a page that takes it in needs them.
  mutating func write(string value: String) {
    write(byte: UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte < 0x80 { write(escaped: byte) } else { write(byte: byte) }
    }
    write(byte: UInt8(ascii: "\""))
  }

  /// Writes a name and a number in the fewest digits that read back as the same, or nothing when there is none.
  mutating func decimal(_ name: StaticString, _ value: Double?) {
    guard let value, value.isFinite else { return }
    write(name)
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      write(whole)
    } else {
      for byte in value.description.utf8 { write(byte: byte) }
    }
  }

  /// Writes a name and a whole number, or nothing.
  mutating func integer(_ name: StaticString, _ value: Int?) {
    if let value { field(name, value) }
  }

  /// Writes `,"lat":…,"lon":…` with seven decimals, or nothing.
  mutating func place(_ position: Position?) {
    guard let position else { return }
    write(",\"lat\":")
    write(degrees: position.latitudeDegrees)
    write(",\"lon\":")
    write(degrees: position.longitudeDegrees)
  }

  /// Writes a name and a time of day as `"hh:mm:ss.sss"`, or nothing.
  mutating func timeOfDay(_ name: StaticString, milliseconds: Int?) {
    guard let milliseconds else { return }
    write(name)
    write(byte: UInt8(ascii: "\""))
    write(twoDigits: milliseconds / 3_600_000)
    write(byte: UInt8(ascii: ":"))
    write(twoDigits: milliseconds / 60_000 % 60)
    write(byte: UInt8(ascii: ":"))
    write(twoDigits: milliseconds / 1_000 % 60)
    if milliseconds % 1_000 != 0 {
      write(byte: UInt8(ascii: "."))
      let thousandths = milliseconds % 1_000
      write(byte: UInt8(truncatingIfNeeded: 0x30 + thousandths / 100))
      write(twoDigits: thousandths % 100)
    }
    write(byte: UInt8(ascii: "\""))
  }
}
