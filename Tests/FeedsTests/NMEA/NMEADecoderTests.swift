import Geodesy
import Testing

@testable import Feeds

/// A checked sentence that begins with `$`.
private func sentence(_ body: String) -> String { checked(body, start: "$") }

private func decode(_ lines: [String]) -> (receptions: [NMEAReception], diagnostics: NMEADiagnostics) {
  var decoder = NMEADecoder()
  var receptions: [NMEAReception] = []
  decoder.consume(bytes(lines)) { receptions.append($0) }
  decoder.finish { receptions.append($0) }
  return (receptions, decoder.diagnostics)
}

private func json(_ lines: [String]) -> [String] {
  var out = ByteWriter()
  for reception in decode(lines).receptions { NMEAWriter().write(reception, to: &out) }
  return String(decoding: out.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

struct NMEADecoderTests {
  @Test func radarTarget() throws {
    let line = sentence("RATTM,07,4.50,312.5,T,18.2,045.0,R,0.85,-12.4,N,BOAT 7,T,R,101530.25,A")
    guard case .radarTarget(let target)? = decode([line]).receptions.first?.content else {
      Issue.record("no target")
      return
    }
    #expect(target.number == 7)
    #expect(target.bearingReference == .north)
    #expect(target.courseReference == .bow)
    #expect(abs(try #require(target.distanceMetres) - 8_334) < 1e-9)
    #expect(target.minutesToClosest == -12.4)
    #expect(target.timeOfDayMilliseconds == 36_930_250)
    #expect(
      json([line]) == [
        #"{"class":"TTM","line":1,"talker":"RA","target":7,"distance":4.5,"bearing":312.5,"bearing_reference":"T","#
          + #""speed":18.2,"course":45,"course_reference":"R","cpa":0.85,"tcpa_minutes":-12.4,"units":"N","#
          + #""name":"BOAT 7","status":"T","reference_target":true,"time":"10:15:30.250","acquisition":"A","#
          + #""distance_metres":8334.0,"speed_knots":18.20}"#
      ])
  }

  @Test func radarTargetOfAnOldRadarInKilometres() throws {
    guard
      case .radarTarget(let target)? = decode([sentence("RATTM,1,9.26,0,R,18.52,360,T,,,K,,Q,")]).receptions.first?
        .content
    else {
      Issue.record("no target")
      return
    }
    #expect(target.distanceMetres == 9_260)
    #expect(abs(try #require(target.speedKnots) - 10) < 1e-12)
    #expect(target.courseDegrees == 0)
    #expect(target.closestDistance == nil && target.name == nil && target.acquisition == nil)
    #expect(target.status == .query && !target.isReference)
  }

  @Test func targetPosition() throws {
    let line = sentence("RATLL,12,5057.300,N,00125.800,E,DINGHY,235959.99,T,")
    #expect(
      json([tagged("s:dungeness,c:1700000000", line)]) == [
        #"{"class":"TLL","line":1,"talker":"RA","received":"2023-11-14T22:13:20Z","source":"dungeness","target":12,"#
          + #""lat":50.9550000,"lon":1.4300000,"name":"DINGHY","time":"23:59:59.990","status":"T","#
          + #""reference_target":false}"#
      ])
    let south = decode([sentence("RATLL,3,0030.0,S,00015.0,W,,,L,")]).receptions
    guard case .targetPosition(let target)? = south.first?.content else {
      Issue.record("no target")
      return
    }
    #expect(target.position == Position(latitudeDegrees: -0.5, longitudeDegrees: -0.25))
  }

  @Test func distressAlertAndWhatExtendsIt() throws {
    // Quadrant 1 is north and west: 42° 31' N, 83° 12' W.
    let alert = sentence("CDDSC,12,3380400790,12,06,00,1423108312,2019,,,S,E")
    let addition = sentence("CDDSE,1,1,A,3380400790,00,45894494,06,0012")
    let receptions = decode([alert, addition]).receptions
    guard case .distressCall(let call)? = receptions.first?.content,
      case .distressExtension(let more)? = receptions.last?.content
    else {
      Issue.record("no call")
      return
    }
    #expect(call.meaning == .alert && call.category == .distress && call.format == .distress)
    #expect(call.mmsi == 338_040_079 && call.mmsiInDistress == 338_040_079)
    #expect(call.nature?.words == "disabled and adrift")
    #expect(call.position == Position(latitudeDegrees: 42 + 31.0 / 60, longitudeDegrees: -(83 + 12.0 / 60)))
    #expect(call.minuteOfDay == 20 * 60 + 19)
    #expect(call.isExtended && call.acknowledgement == .endOfSequence)
    let position = try #require(more.position)
    #expect(abs(position.latitudeDegrees - (42 + 31.4589 / 60)) < 1e-12)
    #expect(abs(position.longitudeDegrees + (83 + 12.4494 / 60)) < 1e-12)
    #expect(more.personsOnBoard == 12)
  }

  @Test(arguments: [
    (0, 1.0, 1.0), (1, 1.0, -1.0), (2, -1.0, 1.0), (3, -1.0, -1.0),
  ])
  func quadrants(quadrant: Int, north: Double, east: Double) throws {
    let receptions = decode([
      sentence("CDDSC,12,2320000010,12,05,00,\(quadrant)513000130,0000,,,S,E"),
      sentence("CDDSE,1,1,A,2320000010,00,50005000"),
    ]).receptions
    guard case .distressExtension(let more)? = receptions.last?.content else {
      Issue.record("no extension")
      return
    }
    #expect(
      more.position
        == Position(latitudeDegrees: north * (51.5 + 0.5 / 60), longitudeDegrees: east * (1.5 + 0.5 / 60)))
  }

  @Test(arguments: [
    ("16,0023200010,12,10,26,0513000130,1015,2350000010,05,B,", DistressCall.Meaning.acknowledgement),
    ("16,2350000010,12,10,26,0513000130,1015,2350000010,05,B,", .cancellation),
    ("16,0023200010,12,12,00,0513000130,1015,2350000010,10,R,", .relay),
    ("20,2350000010,08,18,26,,,,,R,", .test), ("20,2350000010,00,00,26,900016,,,,R,", .other),
  ])
  func meanings(body: String, meaning: DistressCall.Meaning) throws {
    guard case .distressCall(let call)? = decode([sentence("CDDSC," + body)]).receptions.first?.content else {
      Issue.record("no call")
      return
    }
    #expect(call.meaning == meaning)
    #expect(call.mmsiInDistress == (call.category == .distress ? 235_000_001 : nil))
    #expect(call.channel == (meaning == .other ? "900016" : nil))
  }

  @Test func unknownPlaceAndTimeAreNotZero() throws {
    guard
      case .distressCall(let call)? = decode([sentence("CDDSC,12,2320000010,12,07,00,9999999999,8888,,,S,")])
        .receptions.first?.content
    else {
      Issue.record("no call")
      return
    }
    #expect(call.position == nil && call.minuteOfDay == nil && call.nature == .undesignated)
  }

  @Test(arguments: [
    (970_011_234, 14, DistressDevice.Kind.searchAndRescueTransmitter, DistressDevice.State.active),
    (972_011_234, 15, .personOverboard, .test), (974_011_234, 14, .positionIndicatingBeacon, .active),
    (974_011_234, 0, .positionIndicatingBeacon, .unclear), (235_000_001, 14, .otherStation, .unclear),
  ])
  func distressDevicesByStatus(mmsi: Int, status: Int, kind: DistressDevice.Kind, state: DistressDevice.State) throws {
    guard
      case .distressDevice(let device)? = decode([positionReport(mmsi: mmsi, status: status).sentence()]).receptions
        .first?.content
    else {
      Issue.record("no device")
      return
    }
    #expect(device.kind == kind && device.state == state && device.mmsi == UInt32(mmsi))
    #expect(device.evidence == .navigationalStatus(status))
    #expect(device.position == Position(latitudeDegrees: 51, longitudeDegrees: 1))
  }

  @Test(arguments: [
    ("SART ACTIVE", DistressDevice.State.active), ("SART TEST", .test), ("MOB TEST", .test), ("EPIRB ACTIVE", .active),
    ("HELP", .unclear), ("CONTEST", .unclear),
  ])
  func distressDevicesByText(text: String, state: DistressDevice.State) throws {
    var maker = BitMaker(type: 14, mmsi: 970_011_234)
    maker.add(0, 2)
    maker.add(text, characters: text.count)
    guard case .distressDevice(let device)? = decode([maker.sentence()]).receptions.first?.content else {
      Issue.record("no device")
      return
    }
    #expect(device.state == state && device.evidence == .text(text) && device.position == nil)
  }

  @Test func ordinaryShipsAreNoDistressDevices() {
    let (receptions, diagnostics) = decode([
      positionReport(mmsi: 235_000_001, status: 15).sentence(), shipStatic(mmsi: 5).sentence(),
    ])
    #expect(receptions.isEmpty)
    #expect(diagnostics.aisMessagesOfOthers == 2)
  }

  @Test func eachRefusalHasItsReason() {
    let good = sentence("RATLL,1,5057.3,N,00125.8,E,,,T,")
    let cases: [(String, NMEARefusal)] = [
      ("$RATLL,1,5057.3,N,00125.8,E,,,T,", .missingChecksum), (String(good.dropLast(2)) + "00", .badChecksum),
      (sentence("RATLL,1,5057.3"), .wrongFieldCount), (sentence("RATLL,,5057.3,N,00125.8,E"), .wrongFieldCount),
      (sentence("RATLL,1,5060.0,N,00125.8,E"), .badField), (sentence("RATLL,1,9100.0,N,00125.8,E"), .badField),
      (sentence("RATLL,1,5057.3,X,00125.8,E"), .badField), (sentence("RATLL,1,5057.3,N,,"), .badField),
      (sentence("RATTM,1,-4,1,T,1,1,T,1,1,N"), .badField), (sentence("RATTM,1,4,361,T,1,1,T,1,1,N"), .badField),
      (sentence("RATTM,1,4,1,T,1,1,T,1,1,Q"), .badField), (sentence("CDDSC,13,1,12,06,00,,,,,S,"), .badField),
      (sentence("CDDSC,12,3380400791,12,06,00,,,,,S,"), .badField),
      (sentence("CDDSC,12,3380400790,12,06,00,5423108312,2019,,,S,"), .badField),
      (sentence("CDDSE,1,2,A,3380400790,00,45894494"), .badField),
      (sentence("CDDSE,1,1,A,3380400790,00,4589"), .badField),
    ]
    for (line, reason) in cases {
      let (receptions, diagnostics) = decode([line, good])
      #expect(diagnostics.refusals.counts == [reason: 1], "\(line)")
      #expect(diagnostics.refusals.examples.first?.bytes == Array(line.utf8))
      #expect(receptions.count == 1, "\(line)")
    }
  }

  @Test func otherSentencesAreCounted() {
    let front = [sentence("GPZDA,1,2"), sentence("RATLL,1,5057.3,N,00125.8,E,,,T,")]
    let (receptions, diagnostics) = decode(front + [sentence("RATLL,1")])
    #expect(receptions.map(\.lineNumber) == [2])
    #expect(diagnostics.otherSentences == 1)
    #expect(diagnostics.refusals.examples.map(\.number) == [3])
    #expect(diagnostics.refusals.examples.map(\.byteOffset) == [bytes(front).count])
  }
}
