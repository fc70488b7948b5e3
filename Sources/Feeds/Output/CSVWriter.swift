import Geodesy

/// Writes messages as comma-separated values (RFC 4180), a row a message, an empty field for what is not known.
public struct CSVWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes the names of the columns.
  public func begin(_ out: inout ByteWriter) {
    out.write("received,source,channel,type,kind,mmsi,longitude,latitude,speed_knots,course_degrees,heading_degrees,")
    out.write("turn_degrees_per_minute,status,altitude_metres,name,callsign,imo,shiptype,length_metres,beam_metres,")
    out.write("draught_metres,destination,eta,text\r\n")
  }

  /// Writes one message.
  public func write(_ reception: AISReception, to out: inout ByteWriter) {
    let summary = reception.message.summary
    field(reception.receivedAt?.iso8601, to: &out)
    field(reception.source, to: &out)
    field(reception.channel.map(String.init), to: &out)
    out.write(summary.type)
    out.write(",")
    field(summary.kind.rawValue, to: &out)
    out.write(summary.mmsi)
    out.write(",")
    if let position = summary.position {
      out.write(degrees: position.longitudeDegrees)
      out.write(",")
      out.write(degrees: position.latitudeDegrees)
      out.write(",")
    } else {
      out.write(",,")
    }
    field(summary.speedKnots, decimals: 1, to: &out)
    field(summary.courseDegrees, decimals: 1, to: &out)
    field(summary.headingDegrees, decimals: 0, to: &out)
    field(summary.rateOfTurn, decimals: 2, to: &out)
    field(summary.navigationalStatus.map(Double.init), decimals: 0, to: &out)
    field(summary.altitudeMetres.map(Double.init), decimals: 0, to: &out)
    writeStatics(summary, to: &out)
    out.write("\r\n")
  }

  private func writeStatics(_ summary: AISSummary, to out: inout ByteWriter) {
    field(summary.name, to: &out)
    field(summary.callSign, to: &out)
    field(summary.imo.map(Double.init), decimals: 0, to: &out)
    field(summary.shipType.map(Double.init), decimals: 0, to: &out)
    field(summary.lengthMetres, decimals: 0, to: &out)
    field(summary.beamMetres, decimals: 0, to: &out)
    field(summary.draughtMetres, decimals: 1, to: &out)
    field(summary.destination, to: &out)
    field(summary.eta, to: &out)
    write(quoted: summary.text ?? "", to: &out)
  }

  private func field(_ text: String?, to out: inout ByteWriter) {
    write(quoted: text ?? "", to: &out)
    out.write(",")
  }

  private func field(_ value: Double?, decimals: Int, to out: inout ByteWriter) {
    if let value { out.number(value, decimals: decimals) }
    out.write(",")
  }

  /// Quotes where RFC 4180 asks for it, and puts an apostrophe before what a spreadsheet would take for a formula.
  ///
  /// Spreadsheets pass over blanks before they look for a formula, and some take a tab or a line end for its beginning.
  private func write(quoted text: String, to out: inout ByteWriter) {
    let isFormula =
      text.utf8.first { $0 != 0x20 }.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
    let needsQuotes = isFormula || text.utf8.contains { ",\"\r\n".utf8.contains($0) }
    if needsQuotes { out.write("\"") }
    if isFormula { out.write("'") }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { out.write("\"") }
      out.write(byte: byte)
    }
    if needsQuotes { out.write("\"") }
  }
}
