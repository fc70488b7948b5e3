import Foundation
import Geodesy
import Tracking

/// What a craft says of itself, as the archive keeps it: a version, which fields are there, and the fields.
///
/// A picture of the past reads twenty thousand of them, which JSON makes a matter of half a second; what earlier versions
/// wrote as JSON is read as well.
enum StaticReportBytes {
  static let version: UInt8 = 1
  /// The longest text that is kept, in bytes of UTF-8; AIS has 34 characters at most.
  static let textBytesMost = 4096

  static func encode(_ report: StaticReport) -> [UInt8] {
    var bytes: [UInt8] = [version, report.exercise ? 1 : 0]
    bytes.reserveCapacity(128)
    append(Int64(report.mmsi), to: &bytes)
    append(report.at.millisecondsSince1970, to: &bytes)
    append(report.received.millisecondsSince1970, to: &bytes)
    append(report.source, to: &bytes)
    let texts = [report.name, report.callSign, report.destination, report.eta]
    let integers = [
      report.imo.map { Int($0) }, report.shipType, report.toBowMetres, report.toSternMetres, report.toPortMetres,
      report.toStarboardMetres,
    ]
    let numbers = [report.lengthMetres, report.beamMetres, report.draughtMetres]
    for text in texts { field(text, to: &bytes) { append($0, to: &$1) } }
    for integer in integers { field(integer, to: &bytes) { append(Int64($0), to: &$1) } }
    for number in numbers { field(number, to: &bytes) { append(Int64(bitPattern: $0.bitPattern), to: &$1) } }
    return bytes
  }

  /// The report in some bytes; nil when they are none.
  static func decode(_ bytes: [UInt8]) -> StaticReport? {
    // JSON begins with a brace.
    if bytes.first == UInt8(ascii: "{") { return try? JSONDecoder().decode(StaticReport.self, from: Data(bytes)) }
    guard bytes.count > 2, bytes[0] == version else { return nil }
    var reader = Reader(bytes: bytes, next: 2)
    guard let mmsi = UInt32(exactly: reader.integer()) else { return nil }
    var report = StaticReport(
      mmsi: mmsi, at: Instant(millisecondsSince1970: reader.integer()),
      received: Instant(millisecondsSince1970: reader.integer()), source: reader.text(), exercise: bytes[1] == 1)
    report.name = reader.field { $0.text() }
    report.callSign = reader.field { $0.text() }
    report.destination = reader.field { $0.text() }
    report.eta = reader.field { $0.text() }
    report.imo = reader.field { UInt32(truncatingIfNeeded: $0.integer()) }
    report.shipType = reader.field { Int($0.integer()) }
    report.toBowMetres = reader.field { Int($0.integer()) }
    report.toSternMetres = reader.field { Int($0.integer()) }
    report.toPortMetres = reader.field { Int($0.integer()) }
    report.toStarboardMetres = reader.field { Int($0.integer()) }
    report.lengthMetres = reader.field { Double(bitPattern: UInt64(bitPattern: $0.integer())) }
    report.beamMetres = reader.field { Double(bitPattern: UInt64(bitPattern: $0.integer())) }
    report.draughtMetres = reader.field { Double(bitPattern: UInt64(bitPattern: $0.integer())) }
    return reader.hasFailed ? nil : report
  }

  private static func field<Value>(_ value: Value?, to bytes: inout [UInt8], _ write: (Value, inout [UInt8]) -> Void) {
    bytes.append(value == nil ? 0 : 1)
    if let value { write(value, &bytes) }
  }

  private static func append(_ value: Int64, to bytes: inout [UInt8]) {
    for shift in stride(from: Int64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let kept = text.utf8.prefix(textBytesMost)
    append(Int64(kept.count), to: &bytes)
    bytes.append(contentsOf: kept)
  }

  /// Reads fields and never beyond the end.
  private struct Reader {
    let bytes: [UInt8]
    var next: Int
    var hasFailed = false

    mutating func byte() -> UInt8 {
      guard next < bytes.count else {
        hasFailed = true
        return 0
      }
      defer { next += 1 }
      return bytes[next]
    }

    mutating func integer() -> Int64 {
      var value: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 64, by: 8) { value |= UInt64(byte()) << shift }
      return Int64(bitPattern: value)
    }

    mutating func text() -> String {
      let count = integer()
      guard count >= 0, count <= StaticReportBytes.textBytesMost, Int(count) <= bytes.count - next else {
        hasFailed = true
        return ""
      }
      defer { next += Int(count) }
      return String(decoding: bytes[next..<next + Int(count)], as: UTF8.self)
    }

    mutating func field<Value>(_ read: (inout Reader) -> Value) -> Value? {
      byte() == 1 && !hasFailed ? read(&self) : nil
    }
  }
}
