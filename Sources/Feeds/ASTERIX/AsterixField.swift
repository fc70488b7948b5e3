/// A named value within an item, such as `040/RHO` of category 048: looked up once, read from each record that has it.
public struct AsterixField: Sendable {
  /// The item's place in the profile.
  let item: Int
  /// The subfield's place in its compound.
  let subfield: Int?
  /// How long each run of an extended form is that comes before the one with the value.
  let runsBefore: [Int]
  let field: AsterixPlan.Field

  /// The unit of the value as its category states it, such as `NM`, `°` or `FL`; empty for codes and identities.
  public let unit: String

  init(_ path: AsterixPlan.Path, _ field: AsterixPlan.Field, unit: String) {
    (item, subfield, runsBefore) = (path.item, path.subfield, path.runsBefore)
    (self.field, self.unit) = (field, unit)
  }

  /// The field of a category by its name: item, then subfield and part as the standard has them.
  ///
  /// - Parameters:
  ///   - name: such as `040/RHO`, `161/TRN`, `140` or `380/ADR`.
  ///   - category: 10, 21, 34, 48, 62 or 240.
  /// - Returns: nil for what the category does not have, and for parts of what repeats.
  public static func named(_ name: String, of category: Int) -> AsterixField? {
    guard 0...255 ~= category else { return nil }
    return AsterixTables.layouts[category]?.paths[name]
  }
}

extension AsterixRecord {
  /// Where the octets of a field begin; nil when the record does not have it.
  @inline(__always)
  private func start(of field: AsterixField) -> Int? {
    guard var at = items.offset(of: field.item) else { return nil }
    if let subfield = field.subfield {
      guard let place = start(of: subfield, ofCompoundAt: at, item: field.item) else { return nil }
      at = place
    }
    for octets in field.runsBefore {
      at += octets
      guard self.octets[at - 1] & 1 == 1 else { return nil }
    }
    return at
  }

  private func start(of subfield: Int, ofCompoundAt start: Int, item: Int) -> Int? {
    let node = layout.nodes[layout.profile[item].node]
    guard octets[start + subfield / 7] & (0x80 >> UInt8(subfield % 7)) != 0 else { return nil }
    var at = start
    while octets[at] & 1 == 1 { at += 1 }
    guard subfield / 7 <= at - start else { return nil }
    at += 1
    for earlier in 0..<subfield where octets[start + earlier / 7] & (0x80 >> UInt8(earlier % 7)) != 0 {
      var extents = 0
      guard
        let end = try? layout.measure(layout.subfields[node.first + earlier].node, octets, at: at, extents: &extents)
      else { return nil }
      at = end
    }
    return at
  }

  /// The value of a field in its unit; nil when the record does not have it. Text and addresses come as a whole number.
  public subscript(field: AsterixField) -> Double? {
    guard let at = start(of: field) else { return nil }
    return field.field.value(octets, at: at)
  }

  /// The bits of a field as they were sent, the last of them lowest.
  public func bits(_ field: AsterixField) -> UInt64? {
    start(of: field).map { field.field.bits(octets, at: $0) }
  }
}

extension AsterixPlan.Field {
  /// The bits of the field in a run of octets.
  @inline(__always)
  func bits(_ octets: Octets, at start: Int) -> UInt64 {
    octets.word(at: start &+ octet) &>> shift & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- bits)
  }

  /// Whether another part of the same run chooses the second of two quantities.
  @inline(__always)
  func isOther(_ octets: Octets, at start: Int) -> Bool {
    octets.word(at: start &+ chooserOctet) &>> chooserShift & 1 == 1
  }

  /// A number of two's complement.
  @inline(__always)
  func signed(_ value: UInt64) -> Int {
    let away = UInt64(truncatingIfNeeded: 64 &- bits)
    return Int(truncatingIfNeeded: Int64(bitPattern: value &<< away) &>> Int64(away))
  }

  func value(_ octets: Octets, at start: Int) -> Double {
    let value = bits(octets, at: start)
    return switch kind {
    case .signed: Double(signed(value))
    case .quantity: Double(value) * scale.step
    case .signedQuantity: Double(signed(value)) * scale.step
    case .chosen: Double(value) * (isOther(octets, at: start) ? other.step : scale.step)
    default: Double(value)
    }
  }
}
