/// The tables that say which stream of a transport stream carries what (ISO/IEC 13818-1:2023, 2.4.4).
enum ProgrammeTables {
  /// A stream of metadata that a programme map names.
  struct Stream: Hashable, Sendable {
    let identifier: Int
    /// Whether its units are access units with times of their own: stream type 15 hexadecimal (2.12.4).
    let isSynchronous: Bool
  }

  /// The identifiers of the programme maps in a section of the programme association table; empty for any other section.
  static func maps(in section: UnsafeRawBufferPointer) -> [Int] {
    guard section.count >= 12, section[0] == 0 else { return [] }
    return stride(from: 8, to: section.count - 4 - 3, by: 4).compactMap { start in
      // Programme 0 names the network's table.
      section.unsigned(start, 2) == 0 ? nil : Int(section.unsigned(start + 2, 2) & 0x1FFF)
    }
  }

  /// The streams of KLV in a section of a programme map: type 06 with the registration KLVA, and type 15 hexadecimal
  /// (MISB ST 1402.2, 7.2 and 7.3); empty for any other section.
  static func streams(in section: UnsafeRawBufferPointer) -> [Stream] {
    guard section.count >= 16, section[0] == 2 else { return [] }
    var reader = KLVReader(section, from: 10, to: section.count - 4)
    guard let programmeInfo = reader.unsigned(2), reader.slice(Int(programmeInfo & 0xFFF)) != nil else { return [] }
    var found: [Stream] = []
    while let type = reader.byte(), let word = reader.unsigned(2), let length = reader.unsigned(2),
      let descriptors = reader.slice(Int(length & 0xFFF))
    {
      let isSynchronous = type == 0x15
      guard isSynchronous || (type == 0x06 && isRegisteredAsKLV(descriptors)) else { continue }
      found.append(Stream(identifier: Int(word & 0x1FFF), isSynchronous: isSynchronous))
    }
    return found
  }

  /// Whether a registration descriptor (2.6.8) says KLVA, as SMPTE RP 217 has it.
  private static func isRegisteredAsKLV(_ descriptors: UnsafeRawBufferPointer) -> Bool {
    var reader = KLVReader(descriptors)
    while let tag = reader.byte(), let length = reader.byte(), let body = reader.slice(Int(length)) {
      if tag == 0x05, body.count >= 4, body.unsigned(0, 4) == 0x4B4C_5641 { return true }
    }
    return false
  }
}
