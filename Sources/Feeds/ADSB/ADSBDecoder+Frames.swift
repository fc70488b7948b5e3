internal import Geodesy

extension ADSBDecoder {
  /// Judges a frame by its format and parity, and hands it on.
  @inline(__always)
  mutating func take(
    _ frame: ModeSFrame, _ time: ADSBReception.Time, at offset: Int, _ bytes: UnsafeRawBufferPointer,
    handler: (ADSBReception) -> Void
  ) {
    diagnostics.frames += 1
    let format = frame.downlinkFormat
    diagnostics.formatCounts[format] += 1
    let remainder = frame.parityRemainder
    switch format {
    case 17, 18:
      guard remainder == 0 else { return diagnostics.refusals.add(.badParity, offset: offset, bytes) }
      takeSquitter(frame, time, handler: handler)
    case 11:
      // An all-call reply carries the interrogator's code of seven bits over its parity (3.1.2.3.3.2).
      guard remainder < 128 else { return diagnostics.refusals.add(.badParity, offset: offset, bytes) }
      // With a code the 17 bits left of the parity are no proof that the address is right: it is not remembered for it.
      if remainder == 0 { _ = table.note(frame.announcedAddress) }
      hand(on: frame, frame.announcedAddress, time, .allCallReply(interrogator: Int(remainder)), handler)
    case 4, 5, 20, 21:
      // The parity is laid under the address, so that any bits have one: believed is what was heard openly.
      guard table.knows(remainder) else { return diagnostics.refusals.add(.unknownAddress, offset: offset, bytes) }
      _ = table.note(remainder)
      let code = frame.unsigned(19, 13)
      let content: ADSBContent =
        format % 2 == 0
        ? .altitudeReply(feet: ModeSCodes.feet(altitude13: code)) : .identityReply(squawk: ModeSCodes.squawk(code))
      hand(on: frame, remainder, time, content, handler)
    default: diagnostics.otherFormats += 1
    }
  }

  /// Takes an extended squitter with good parity. Format 18 is of other transmitters: control fields 0 and 6 are aircraft and
  /// what ground stations repeat of them, 1 and 5 have addresses that are not of the registry, 2 is a ground station's
  /// (DO-260B, 2.2.3.2.1.2).
  @inline(__always)
  private mutating func takeSquitter(
    _ frame: ModeSFrame, _ time: ADSBReception.Time, handler: (ADSBReception) -> Void
  ) {
    var isRegistryAddress = true
    if frame.downlinkFormat == 18 {
      switch frame.capability {
      case 0, 2, 6: break
      case 1, 5: isRegistryAddress = false
      default:
        diagnostics.otherFormats += 1
        return
      }
    }
    let address = frame.announcedAddress
    // Addresses that are made up live apart from the registry's.
    let place = table.note(isRegistryAddress ? address : address | 1 << 24)
    let content = ADSBContent.squitter(frame)
    var position: Position?
    switch content {
    case .airbornePosition(let message):
      if let compact = message.compact {
        position = locate(compact, of: place, isOnSurface: false, time)
      }
    case .surfacePosition(let message):
      position = locate(message.compact, of: place, isOnSurface: true, time)
    default: break
    }
    diagnostics.messages += 1
    diagnostics.evicted = table.evicted
    handler(
      ADSBReception(
        frame: frame, address: address, isRegistryAddress: isRegistryAddress, time: time, content: content,
        position: position))
  }

  private mutating func locate(
    _ compact: CompactPosition, of place: Int, isOnSurface: Bool, _ time: ADSBReception.Time
  ) -> Position? {
    switch table.locate(compact, of: place, isOnSurface: isOnSurface, at: time.milliseconds, near: station) {
    case .position(let found):
      diagnostics.positions += 1
      return found
    case .unpaired: diagnostics.unpaired += 1
    case .implausible: diagnostics.implausible += 1
    }
    return nil
  }

  private mutating func hand(
    on frame: ModeSFrame, _ address: UInt32, _ time: ADSBReception.Time, _ content: ADSBContent,
    _ handler: (ADSBReception) -> Void
  ) {
    diagnostics.messages += 1
    diagnostics.evicted = table.evicted
    handler(
      ADSBReception(
        frame: frame, address: address, isRegistryAddress: true, time: time, content: content, position: nil))
  }
}
