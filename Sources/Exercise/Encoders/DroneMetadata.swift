import Geodesy

/// What the drone says of itself and of its picture, as packets of MISB ST 0601 with the operational mode `Exercise`.
enum DroneMetadata {
  /// The code of the operational mode `Exercise` (ST 0601.19, item 77).
  private static let exercise = 3.0
  private static let version = 19.0
  /// Nine in ten within so many metres: 2.146 deviations of a place with two axes.
  private static let circleOfNineInTen = 2.146

  static func packet(_ look: DroneWatch.Look, at moment: Instant) -> [UInt8] {
    let frame = look.frame
    var packet = KLVPacket()
    packet.add(microseconds: moment.millisecondsSince1970 &* 1000)
    packet.add(3, "EXERCISE")
    packet.add(4, "EXDRONE1")
    packet.add(5, look.headingDegrees)
    packet.add(10, "EXERCISE DRONE 1")
    packet.add(11, "EO")
    packet.add(12, "Geodetic WGS84")
    packet.add(13, frame.place.latitude)
    packet.add(14, frame.place.longitude)
    packet.add(15, frame.heightMetres)
    packet.add(16, frame.widthDegrees)
    packet.add(17, frame.tallDegrees)
    packet.add(18, wrapped(frame.azimuthDegrees - look.headingDegrees))
    packet.add(19, -frame.depressionDegrees)
    packet.add(20, 0)
    packet.add(21, frame.slantMetres)
    let area = frame.area
    add(frame.centre, at: 23, elevation: 25, to: &packet)
    if let target = look.target {
      add(target, at: 40, elevation: 42, to: &packet)
      packet.add(45, circleOfNineInTen * DroneWatch.deviationMetres)
    }
    packet.add(48, security)
    packet.add(56, look.metresPerSecond.rounded())
    packet.add(59, "EXERCISE")
    packet.add(65, version)
    packet.add(77, exercise)
    for (index, corner) in area.corners.enumerated() {
      add(corner, at: 82 + 2 * index, elevation: nil, to: &packet)
    }
    return packet.bytes
  }

  private static func add(_ place: Place, at number: Int, elevation: Int?, to packet: inout KLVPacket) {
    packet.add(number, place.latitude)
    packet.add(number + 1, place.longitude)
    if let elevation { packet.add(elevation, 0) }
  }

  /// Unclassified, of the United Kingdom, with the caveat `EXERCISE` (MISB ST 0102.12, tables 1 and 2).
  private static let security: [UInt8] = {
    let threeLetters: UInt8 = 14
    var set: [UInt8] = [1, 1, 1, 2, 1, threeLetters]
    func add(_ number: UInt8, _ bytes: [UInt8]) { set += [number, UInt8(bytes.count)] + bytes }
    add(3, Array("//GBR".utf8))
    add(5, Array("EXERCISE".utf8))
    add(12, [threeLetters])
    // Object country codes are text of sixteen bits a character.
    add(13, "GBR".utf8.flatMap { [0, $0] })
    add(22, [0, 12])
    return set
  }()
}
