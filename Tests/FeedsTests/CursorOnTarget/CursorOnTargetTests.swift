import Geodesy
import Marking
import Testing

@testable import Feeds

/// An event with a detail.
func eventXML(uid: String, detail: String = "", point: String = #"lat="51.0" lon="1.5" hae="9999999.0" ce="25" le="4""#)
  -> String
{
  """
  <event version="2.0" uid="\(uid)" type="a-u-S" how="m-f" time="2026-01-01T00:00:00.250Z" \
  start="2026-01-01T00:00:00Z" stale="2026-01-01T00:05:00Z"><point \(point)/><detail>\(detail)</detail></event>
  """
}

private func decode(_ text: String, limits: CursorOnTargetDecoder.Limits = .init()) -> (
  events: [CursorOnTargetEvent], refusals: RefusalTable<CursorOnTargetRefusal>
) {
  var decoder = CursorOnTargetDecoder(limits: limits)
  var events: [CursorOnTargetEvent] = []
  Array(text.utf8).withUnsafeBytes { decoder.consume($0) { events.append($0) } }
  decoder.finish { events.append($0) }
  return (events, decoder.diagnostics.refusals)
}

struct CursorOnTargetTests {
  @Test func everyField() throws {
    let detail = """
      <contact callsign="BOAT &quot;1&quot;" endpoint="x"/><track course="45.5" speed="3.25"/>\
      <remarks source="a">one &amp; two &#x26; <![CDATA[<three>]]></remarks><marking>OFFICIAL-SENSITIVE</marking>\
      <link uid="z"><inner/></link><status readiness='true'/>
      """
    let root = eventXML(uid: "FORELAND.7", detail: detail)
      .replacing(
        "how=\"m-f\"", with: "how=\"h-e\" access=\"OFFICIAL\" caveat=\"c\" releaseableTo=\"GB FR\" opex=\"e-Nightjar\"")
    let (events, refusals) = decode("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<!-- a night -->\n" + root)
    #expect(refusals.total == 0)
    let event = try #require(events.first)
    #expect(
      event.uid == "FORELAND.7" && event.kind.rawValue == "a-u-S" && event.kind.isSeaSurface && event.how == "h-e")
    #expect(event.time.iso8601 == "2026-01-01T00:00:00.250Z" && event.stale.seconds(since: event.start) == 300)
    #expect(
      event.access == "OFFICIAL" && event.caveat == "c" && event.releasableTo == "GB FR" && event.life == .exercise)
    #expect(event.position == Position(latitudeDegrees: 51, longitudeDegrees: 1.5))
    #expect(event.heightMetres == nil && event.circularErrorMetres == 25 && event.linearErrorMetres == 4)
    #expect(event.callSign == "BOAT \"1\"" && event.courseDegrees == 45.5 && event.speedMetresPerSecond == 3.25)
    #expect(event.remarks == "one & two & <three>" && event.marking == .officialSensitive)
    #expect(event.otherDetail == "<link uid=\"z\"><inner/></link><status readiness='true'/>")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let marking = Marking(
      classification: .official, sensitive: true, nations: .only(["GB", "FR"]), handling: [.personalData],
      exercise: true)
    let place = try #require(Position(latitudeDegrees: 50.95, longitudeDegrees: 1.43))
    var track = CursorOnTargetEvent.track(
      uid: "t-1", name: "A & B <\u{1}>", craft: .init(shipType: 36), finding: .fused, at: place,
      observed: Instant(millisecondsSince1970: 1_700_000_000_000),
      written: Instant(millisecondsSince1970: 1_700_000_001_000),
      marking: marking)
    track.courseDegrees = 12
    track.speedMetresPerSecond = 2.5
    track.circularErrorMetres = 40
    var out = ByteWriter()
    CursorOnTargetWriter().write(track, to: &out)
    let read = try #require(decode(String(decoding: out.bytes, as: UTF8.self)).events.first)
    #expect(read.kind.rawValue == "a-n-S-X-R" && read.how == "m-f" && read.life == .exercise)
    #expect(read.callSign == "EXERCISE A & B <\u{FFFD}>" && read.remarks == "EXERCISE")
    #expect(read.marking == marking && read.access == "OFFICIAL-SENSITIVE" && read.releasableTo == "FR GB")
    #expect(read.position == place && read.courseDegrees == 12 && read.speedMetresPerSecond == 2.5)
    #expect(read.stale == track.start.adding(milliseconds: 300_000) && read.circularErrorMetres == 40)
    #expect(read.heightMetres == nil)
  }

  @Test func aRealIncidentDoesNotSayExercise() throws {
    let place = try #require(Position(latitudeDegrees: 50.95, longitudeDegrees: 1.43))
    let incident = CursorOnTargetEvent.incident(
      uid: "i-1", title: "Boat taking water", .distress, at: place, opened: Instant(millisecondsSince1970: 0),
      written: Instant(millisecondsSince1970: 60_000), marking: .official)
    var out = ByteWriter()
    CursorOnTargetWriter().write(incident, to: &out)
    let text = String(decoding: out.bytes, as: UTF8.self)
    #expect(!text.contains("EXERCISE"))
    let read = try #require(decode(text).events.first)
    #expect(read.kind.rawValue == "b-a-o-tbl" && read.callSign == "Boat taking water" && read.life == .operation)
    #expect(read.stale.millisecondsSince1970 == 60_000 + 3_600_000)
  }

  @Test func billionLaughsAreRefusedByName() {
    let laughs = """
      <?xml version="1.0"?><!DOCTYPE event [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      """
    let (events, refusals) = decode(laughs + eventXML(uid: "1", detail: "<remarks>&b;</remarks>") + eventXML(uid: "2"))
    #expect(events.map(\.uid) == ["2"])
    #expect(refusals.counts == [.documentType: 1])
    #expect(CursorOnTargetRefusal.documentType.words.contains("document type"))
  }

  @Test func eachRefusalHasItsReason() {
    let good = eventXML(uid: "good")
    let deep = String(repeating: "<a>", count: 30) + String(repeating: "</a>", count: 30)
    let cases: [(String, CursorOnTargetRefusal)] = [
      ("{\"a\":1}", .notMarkup), (eventXML(uid: "&copy;"), .unknownEntity), (eventXML(uid: "a&b"), .unknownEntity),
      (eventXML(uid: "&#0;"), .badCharacters), (eventXML(uid: "&#xD800;"), .badCharacters),
      (eventXML(uid: "\u{1}"), .badCharacters),
      ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + eventXML(uid: "x"), .otherEncoding),
      (eventXML(uid: "x", detail: deep), .tooDeep),
      (eventXML(uid: "x", detail: String(repeating: "<a/>", count: 3_000)), .tooMany),
      (eventXML(uid: "x", detail: String(repeating: "x", count: 70_000)), .tooLong),
      (eventXML(uid: "x", detail: "<a></b>"), .notWellFormed), (eventXML(uid: "x\" uid=\"y"), .notWellFormed),
      (eventXML(uid: "x", detail: "<a b=c/>"), .notWellFormed), ("<other></other></event>", .notAnEvent),
      (good.replacing("version=\"2.0\"", with: "version=\"1.0\""), .notAnEvent),
      (good.replacing("stale=", with: "late="), .missingAttribute),
      (eventXML(uid: "x", point: "lat=\"1\""), .missingAttribute), (eventXML(uid: ""), .missingAttribute),
      (eventXML(uid: "x", point: "lat=\"91\" lon=\"0\""), .badValue),
      (eventXML(uid: "x", point: "lat=\"nan\" lon=\"0\""), .badValue),
      (good.replacing("00:05:00Z", with: "25:05:00Z"), .badValue),
    ]
    for (text, reason) in cases {
      let (events, refusals) = decode(text + "\n" + good)
      #expect(refusals.counts == [reason: 1], "\(text.prefix(100))")
      #expect(events.map(\.uid) == ["good"], "\(text.prefix(100))")
    }
    #expect(decode(good + "<event version=").refusals.counts == [.unfinished: 1])
  }

  @Test func anEventThatWasCutCostsItselfAlone() {
    let whole = eventXML(uid: "whole", detail: "<remarks>x</remarks>")
    for length in 1..<whole.utf8.count {
      let cut = String(whole.prefix(length))
      let (events, refusals) = decode(cut + eventXML(uid: "next") + eventXML(uid: "last"))
      #expect(events.map(\.uid) == ["next", "last"], "\(length)")
      #expect(refusals.total == 1, "\(length)")
    }
  }

  @Test func anEndTagWithinTextEndsNothing() {
    let detail = "<remarks><![CDATA[</event><event>]]></remarks><!-- </event> -->"
    let (events, refusals) = decode(eventXML(uid: "1", detail: detail) + eventXML(uid: "2"))
    #expect(events.map(\.uid) == ["1", "2"] && refusals.total == 0)
    #expect(events.first?.remarks == "</event><event>")
  }

  @Test func datagramsStandAlone() {
    var decoder = CursorOnTargetDecoder()
    var events: [String] = []
    for text in [eventXML(uid: "1"), String(eventXML(uid: "2").prefix(90)), eventXML(uid: "3") + eventXML(uid: "4")] {
      Array(text.utf8).withUnsafeBytes { decoder.consume(datagram: $0) { events.append($0.uid) } }
    }
    #expect(events == ["1", "3", "4"])
    #expect(decoder.diagnostics.refusals.counts == [.unfinished: 1])
  }

  /// The last event of a stream is handed on when its last byte has come, not when the next begins.
  @Test func nothingWaitsForTheNextEvent() {
    var decoder = CursorOnTargetDecoder()
    var events = 0
    let bytes = Array(eventXML(uid: "1").utf8)
    for byte in bytes { [byte].withUnsafeBytes { decoder.consume($0) { _ in events += 1 } } }
    #expect(events == 1)
  }
}
