/// One record of ASTERIX: the items that a sensor or a tracker tells of one target, or of itself.
///
/// It stands in its decoder's buffer and is read only while the call that hands it on lasts; `report` is a value to keep.
public struct AsterixRecord {
  let layout: AsterixLayout
  /// The octets from the record's first on, perhaps more than its own.
  let octets: Octets
  let items: AsterixItems
  /// When its datagram was captured or received, in nanoseconds since 1970; nil where nobody says.
  public let receivedNanoseconds: Int64?
  /// Where it stands in the input, in bytes from the start.
  public let byteOffset: Int

  /// The category: 10, 21, 34, 48, 62 or 240.
  public var category: Int { layout.category }
  /// How many octets it has.
  public var length: Int { items.length }
  /// Its octets, the field specification first.
  public var bytes: UnsafeRawBufferPointer { octets.slice(0, count: items.length).bytes }

  /// Whether what it says cannot be, so that it is damaged or of another edition than ours.
  var fault: AsterixRefusal? {
    // Item 010 comes first in every profile.
    guard items.offset(of: 0) != nil else { return .noSource }
    for field in layout.roles.pointee.time {
      if let time = self[field], time > AsterixRoles.secondsOfDay { return .timeOfDay }
    }
    for field in layout.roles.pointee.latitude {
      if let latitude = self[field], latitude.magnitude > 90 { return .latitude }
    }
    return nil
  }
}
