import Geodesy
import Marking

/// Writes events of Cursor on Target as XML, each on a line of its own, for streams and datagrams.
public struct CursorOnTargetWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one event and a newline.
  ///
  /// What an event of an exercise or simulation is called, and what is remarked on it, says so in words.
  public func write(_ event: CursorOnTargetEvent, to out: inout ByteWriter) {
    out.write("<event version=\"2.0\"")
    attribute(" uid=\"", event.uid, to: &out)
    attribute(" type=\"", event.kind.rawValue, to: &out)
    attribute(" how=\"", event.how ?? "m-f", to: &out)
    attribute(" time=\"", event.time.iso8601, to: &out)
    attribute(" start=\"", event.start.iso8601, to: &out)
    attribute(" stale=\"", event.stale.iso8601, to: &out)
    attribute(" access=\"", event.access, to: &out)
    attribute(" caveat=\"", event.caveat, to: &out)
    attribute(" releasableTo=\"", event.releasableTo, to: &out)
    attribute(" opex=\"", event.life?.rawValue, to: &out)
    out.write("><point lat=\"")
    out.write(degrees: event.position.latitudeDegrees)
    out.write("\" lon=\"")
    out.write(degrees: event.position.longitudeDegrees)
    number("\" hae=\"", event.heightMetres ?? CursorOnTargetEvent.unknownNumber, to: &out)
    number("\" ce=\"", event.circularErrorMetres ?? CursorOnTargetEvent.unknownNumber, to: &out)
    number("\" le=\"", event.linearErrorMetres ?? CursorOnTargetEvent.unknownNumber, to: &out)
    out.write("\"/><detail>")
    writeDetail(event, to: &out)
    out.write("</detail></event>\n")
  }

  private func writeDetail(_ event: CursorOnTargetEvent, to out: inout ByteWriter) {
    if event.callSign != nil || event.isNotReal {
      out.write("<contact")
      attribute(" callsign=\"", event.saysExercise(event.callSign ?? event.uid), to: &out)
      out.write("/>")
    }
    if event.courseDegrees != nil || event.speedMetresPerSecond != nil {
      out.write("<track")
      if let course = event.courseDegrees { number(" course=\"", course, to: &out, closing: true) }
      if let speed = event.speedMetresPerSecond { number(" speed=\"", speed, to: &out, closing: true) }
      out.write("/>")
    }
    if event.remarks != nil || event.isNotReal {
      out.write("<remarks>")
      out.write(xml: event.saysExercise(event.remarks ?? ""))
      out.write("</remarks>")
    }
    if let marking = event.markingText {
      out.write("<marking>")
      out.write(xml: marking)
      out.write("</marking>")
    }
  }

  private func attribute(_ name: StaticString, _ value: String?, to out: inout ByteWriter) {
    guard let value else { return }
    out.write(name)
    out.write(xml: value)
    out.write("\"")
  }

  private func number(_ name: StaticString, _ value: Double, to out: inout ByteWriter, closing: Bool = false) {
    out.write(name)
    out.number(value.isFinite ? min(max(value, -1e9), 1e9) : CursorOnTargetEvent.unknownNumber, decimals: 2)
    if closing { out.write("\"") }
  }
}

extension CursorOnTargetEvent {
  /// Whether it is no operation.
  var isNotReal: Bool { life == .exercise || life == .simulation || marking?.exercise == true }

  /// The words with EXERCISE before them, unless the event is real or they say so already.
  func saysExercise(_ words: String) -> String {
    guard isNotReal, !words.hasPrefix("EXERCISE") else { return words }
    return words.isEmpty ? "EXERCISE" : "EXERCISE " + words
  }
}

extension ByteWriter {
  /// Writes text so that it may stand in an element or an attribute of XML; characters that XML does not allow become U+FFFD.
  mutating func write(xml text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": write("&amp;")
      case "<": write("&lt;")
      case ">": write("&gt;")
      case "\"": write("&quot;")
      case "'": write("&apos;")
      case "\t", "\n", "\r":
        write("&#")
        write(Int(scalar.value))
        write(";")
      default:
        let allowed = XMLReader.isAllowed(scalar) ? scalar : "\u{FFFD}"
        if allowed.value < 0x80 {
          write(byte: UInt8(allowed.value))
        } else {
          for byte in UTF8.encode(allowed) ?? UTF8.encodedReplacementCharacter { write(byte: byte) }
        }
      }
    }
  }
}
