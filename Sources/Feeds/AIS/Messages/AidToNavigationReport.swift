/// Aid to navigation report: message 21 (ITU-R M.1371-5, Annex 8, § 3.19).
public struct AidToNavigationReport: Hashable, Sendable {
  let payload: AISPayload

  /// Type of aid.
  public var aidType: Int { payload.unsigned(38, 5) }

  /// Name of the aid, with its extension.
  public var name: String {
    var characters: [UInt8] = []
    for index in 0..<characterCount {
      let code = UInt8(truncatingIfNeeded: payload.unsigned(characterStart(index), 6))
      if code == 0 { break }
      characters.append(code < 32 ? code | 0x40 : code)
    }
    while characters.last == UInt8(ascii: " ") { characters.removeLast() }
    return String(decoding: characters, as: UTF8.self)
  }

  /// Whether the position is good to 10 metres or better.
  public var positionAccuracyHigh: Bool { payload.flag(163) }

  /// Degrees east in 1/10,000 minute; 108,600,000 (181°) is not available.
  public var longitudeTenThousandthMinutes: Int { payload.signed(164, 28) }

  /// Degrees north in 1/10,000 minute; 54,600,000 (91°) is not available.
  public var latitudeTenThousandthMinutes: Int { payload.signed(192, 27) }

  /// From the bow to the reference point, in metres.
  public var toBowMetres: Int { payload.unsigned(219, 9) }

  /// From the stern to the reference point, in metres.
  public var toSternMetres: Int { payload.unsigned(228, 9) }

  /// From the port side to the reference point, in metres.
  public var toPortMetres: Int { payload.unsigned(237, 6) }

  /// From the starboard side to the reference point, in metres.
  public var toStarboardMetres: Int { payload.unsigned(243, 6) }

  /// Type of electronic position fixing device.
  public var positionDevice: Int { payload.unsigned(249, 4) }

  /// The UTC second of the position; 60 is not available, 61 to 63 say how the position was found.
  public var utcSecond: Int { payload.unsigned(253, 6) }

  /// Whether a floating aid is off its position.
  public var isOffPosition: Bool { payload.flag(259) }

  /// Status of the aid: racon, light, alarm.
  public var status: Int { payload.unsigned(260, 8) }

  /// Whether receiver autonomous integrity monitoring is in use.
  public var raim: Bool { payload.flag(268) }

  /// Whether there is nothing there but the message.
  public var isVirtual: Bool { payload.flag(269) }

  /// Whether it works in assigned mode.
  public var isAssigned: Bool { payload.flag(270) }

  /// Twenty characters, and those behind the fixed fields.
  private var characterCount: Int { 20 + max(0, payload.bitCount - 272) / 6 }

  private func characterStart(_ index: Int) -> Int {
    index < 20 ? 43 + 6 * index : 272 + 6 * (index - 20)
  }
}
