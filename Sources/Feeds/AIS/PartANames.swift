/// Names from part A of static data reports (message 24) that wait for their part B.
///
/// A fixed table: an MMSI has one place, and a newer MMSI with the same place takes it over.
struct PartANames: Sendable {
  private static let places = 1_024
  private var identities = [UInt32](repeating: 0, count: places)
  private var names = [SixBitName?](repeating: nil, count: places)

  /// Keeps the name of part A.
  mutating func keep(_ name: SixBitName, of mmsi: UInt32) {
    let place = Self.place(mmsi)
    identities[place] = mmsi
    names[place] = name
  }

  /// The name for part B, once.
  mutating func take(_ mmsi: UInt32) -> SixBitName? {
    let place = Self.place(mmsi)
    guard identities[place] == mmsi else { return nil }
    defer { names[place] = nil }
    return names[place]
  }

  private static func place(_ mmsi: UInt32) -> Int {
    Int((mmsi &* 2_654_435_761) >> 22)
  }
}
