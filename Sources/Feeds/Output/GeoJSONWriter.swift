import Geodesy

/// Writes messages as the features of one GeoJSON collection (RFC 7946), a feature a line.
///
/// A message that tells no position becomes a feature whose geometry is null (§ 3.2).
public struct GeoJSONWriter: Sendable {
  private var isFirst = true

  /// A writer at the beginning of a collection.
  public init() {}

  /// Writes what stands before the first feature.
  public func begin(_ out: inout ByteWriter) {
    out.write("{\"type\":\"FeatureCollection\",\"features\":[")
  }

  /// Writes what stands behind the last feature.
  public func end(_ out: inout ByteWriter) {
    out.write("\n]}\n")
  }

  /// Writes one message as a feature.
  public mutating func write(_ reception: AISReception, to out: inout ByteWriter) {
    out.write(isFirst ? "\n" : ",\n")
    isFirst = false
    let summary = reception.message.summary
    out.write("{\"type\":\"Feature\",\"geometry\":")
    if let position = summary.position {
      out.write("{\"type\":\"Point\",\"coordinates\":[")
      out.write(degrees: position.longitudeDegrees)
      out.write(",")
      out.write(degrees: position.latitudeDegrees)
      out.write("]}")
    } else {
      out.write("null")
    }
    out.field(",\"properties\":{\"mmsi\":", summary.mmsi)
    out.field(",\"type\":", summary.type)
    out.text(",\"kind\":", summary.kind.rawValue)
    out.text(",\"received\":", reception.receivedAt?.iso8601)
    out.text(",\"source\":", reception.source)
    writeMotion(summary, to: &out)
    writeStatics(summary, to: &out)
    out.write("}}")
  }

  private func writeMotion(_ summary: AISSummary, to out: inout ByteWriter) {
    out.number(",\"speed\":", summary.speedKnots, decimals: 1)
    out.number(",\"course\":", summary.courseDegrees, decimals: 1)
    out.number(",\"heading\":", summary.headingDegrees, decimals: 0)
    out.number(",\"turn\":", summary.rateOfTurn, decimals: 2)
    out.number(",\"status\":", summary.navigationalStatus.map(Double.init), decimals: 0)
    out.number(",\"alt\":", summary.altitudeMetres.map(Double.init), decimals: 0)
  }

  private func writeStatics(_ summary: AISSummary, to out: inout ByteWriter) {
    out.text(",\"name\":", summary.name)
    out.text(",\"callsign\":", summary.callSign)
    out.number(",\"imo\":", summary.imo.map(Double.init), decimals: 0)
    out.number(",\"shiptype\":", summary.shipType.map(Double.init), decimals: 0)
    out.number(",\"length\":", summary.lengthMetres, decimals: 0)
    out.number(",\"beam\":", summary.beamMetres, decimals: 0)
    out.number(",\"draught\":", summary.draughtMetres, decimals: 1)
    out.text(",\"destination\":", summary.destination)
    out.text(",\"eta\":", summary.eta)
    out.text(",\"text\":", summary.text)
  }
}

extension ByteWriter {
  /// Writes degrees with seven decimals.
  mutating func write(degrees value: Double) {
    let units = (value.magnitude * 10_000_000).rounded()
    write(Int(units), decimals: 7, negative: value < 0 && units > 0)
  }

  /// Writes a name and a number, or nothing.
  mutating func number(_ name: StaticString, _ value: Double?, decimals: Int) {
    guard let value, value.isFinite, value.magnitude < 1e12 else { return }
    write(name)
    number(value, decimals: decimals)
  }

  /// Writes a number with a fixed number of decimals.
  mutating func number(_ value: Double, decimals: Int) {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((value.magnitude * scale).rounded())
    if decimals == 0 {
      write(value < 0 ? -units : units)
    } else {
      write(units, decimals: decimals, negative: value < 0 && units > 0)
    }
  }

  /// Writes a name and text as JSON, or nothing.
  mutating func text(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    write(name)
    write("\"")
    for character in value.utf8 { write(escaped: character) }
    write("\"")
  }
}
