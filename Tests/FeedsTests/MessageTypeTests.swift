import Feeds
import Foundation
import Testing

/// A vector of our own for each type that the samples show seldom, with the fields that it must give.
struct MessageTypeTests {
  private func content(_ maker: BitMaker) throws -> AISContent {
    try #require(AISDecoder.decode(bytes([maker.sentence()])).receptions.first).message.content
  }

  private func tail(_ maker: BitMaker) -> String {
    let line = gpsdLine(maker)
    return line.range(of: "\"scaled\":true").map { String(line[$0.upperBound...]) } ?? line
  }

  private func maker(_ type: Int, _ fields: [(Int, Int)]) -> BitMaker {
    var maker = BitMaker(type: type, mmsi: 2_320_001)
    for (value, width) in fields { maker.add(value, width) }
    return maker
  }

  @Test func classAPosition() {
    #expect(
      gpsdLine(positionReport(mmsi: 235_000_001, status: 5, turn: -5, speed: 1_022, longitude: -1, heading: 511))
        == "{\"class\":\"AIS\",\"type\":1,\"repeat\":0,\"mmsi\":235000001,\"scaled\":true,\"status\":5,"
        + "\"status_text\":\"Moored\",\"turn\":\"-1.12\",\"speed\":\"fast\",\"accuracy\":true,\"lon\":-0.0000017,"
        + "\"lat\":51.0000000,\"course\":45.1,\"heading\":511,\"second\":7,\"maneuver\":0,\"raim\":true,\"radio\":49158}"
    )
  }

  @Test func communicationStates() throws {
    guard case .position(let first) = try content(positionReport(mmsi: 1)) else { throw WrongType() }
    #expect(first.communicationState == .selfOrganised(synchronisation: 0, slotTimeout: 3, subMessage: 6))
    guard case .position(let third) = try content(positionReport(type: 3, mmsi: 1)) else { throw WrongType() }
    #expect(
      third.communicationState == .incremental(synchronisation: 0, slotIncrement: 3_072, slots: 3, isKept: false))
  }

  @Test func baseStation() throws {
    let maker = maker(
      4,
      [
        (2_026, 14), (3, 4), (9, 5), (4, 5), (5, 6), (6, 6), (1, 1), (600, 28), (-600, 27), (7, 4), (1, 1), (0, 9),
        (0, 1), (33, 19),
      ])
    #expect(
      tail(maker)
        == ",\"timestamp\":\"2026-03-09T04:05:06Z\",\"accuracy\":true,\"lon\":0.0010000,\"lat\":-0.0010000,\"epfd\":7,"
        + "\"epfd_text\":\"Surveyed\",\"raim\":false,\"radio\":33}")
    guard case .baseStation(let report) = try content(maker) else { throw WrongType() }
    #expect(report.longRangeControl)
  }

  @Test func acknowledgements() throws {
    let maker = maker(7, [(0, 2), (235_000_001, 30), (1, 2), (235_000_002, 30), (2, 2)])
    #expect(tail(maker) == ",\"mmsi1\":235000001,\"mmsi2\":235000002,\"mmsi3\":0,\"mmsi4\":0}")
    guard case .acknowledgement(let message) = try content(maker) else { throw WrongType() }
    #expect(message.sequenceNumber1 == 1)
    #expect(message.sequenceNumber2 == 2)
  }

  @Test func rescueAircraft() {
    let fields = [
      (4_094, 12), (1_023, 10), (0, 1), (600_000, 28), (30_000_000, 27), (1_545, 12), (15, 6), (129, 8), (1, 1), (0, 3),
      (0, 1), (1, 1), (5, 20),
    ]
    #expect(
      tail(maker(9, fields))
        == ",\"alt\":\"high\",\"speed\":\"nan\",\"accuracy\":false,\"lon\":1.0000000,\"lat\":50.0000000,"
        + "\"course\":154.5,\"second\":15,\"regional\":129,\"dte\":1,\"raim\":true,\"radio\":5}")
  }

  @Test func safetyTexts() {
    var addressed = maker(12, [(1, 2), (235_000_002, 30), (1, 1), (0, 1)])
    addressed.add("MAN OVERBOARD", characters: 13)
    #expect(tail(addressed) == ",\"seqno\":1,\"dest_mmsi\":235000002,\"retransmit\":true,\"text\":\"MAN OVERBOARD\"}")
  }

  @Test func assignment() {
    let one = maker(16, [(0, 2), (1, 30), (200, 12), (5, 10), (0, 4)])
    #expect(tail(one) == ",\"mmsi1\":1,\"offset1\":200,\"increment1\":5,\"mmsi2\":0,\"offset2\":0,\"increment2\":0}")
    let two = maker(16, [(0, 2), (1, 30), (200, 12), (5, 10), (2, 30), (300, 12), (6, 10)])
    #expect(tail(two).hasSuffix("\"mmsi2\":2,\"offset2\":300,\"increment2\":6}"))
  }

  @Test func classB() {
    let fields = [
      (0, 8), (1_023, 10), (0, 1), (1, 28), (2, 27), (3_600, 12), (511, 9), (63, 6), (3, 2), (1, 1), (0, 1), (1, 1),
      (0, 1), (1, 1), (1, 1), (0, 1), (917_510, 20),
    ]
    #expect(
      tail(maker(18, fields))
        == ",\"reserved\":0,\"speed\":102.3,\"accuracy\":false,\"lon\":0.0000017,\"lat\":0.0000033,\"course\":360.0,"
        + "\"heading\":511,\"second\":63,\"regional\":3,\"cs\":true,\"display\":false,\"dsc\":true,\"band\":false,"
        + "\"msg22\":true,\"raim\":false,\"radio\":917510}")
  }

  @Test func extendedNameOfAnAid() throws {
    var maker = maker(21, [(31, 5)])
    maker.add("SANDETTIE LIGHT VESS", characters: 20)
    for (value, width) in [
      (0, 1), (600_000, 28), (30_000_000, 27), (0, 30), (1, 4), (60, 6), (1, 1), (0, 8), (0, 1), (1, 1), (0, 1), (0, 1),
    ] {
      maker.add(value, width)
    }
    maker.add("EL EAST", characters: 7)
    #expect(
      tail(maker).contains("\"aid_type_text\":\"Light Vessel / LANBY / Rigs\",\"name\":\"SANDETTIE LIGHT VESSEL EAST\"")
    )
    guard case .aidToNavigation(let aid) = try content(maker) else { throw WrongType() }
    #expect(aid.name == "SANDETTIE LIGHT VESSEL EAST")
    #expect(aid.isOffPosition)
    #expect(aid.isVirtual)
  }

  @Test func spacesInsideTheNameOfAnAidStay() {
    var maker = maker(21, [(31, 5)])
    maker.add("B. OCEANIA WRECK    ", characters: 20)
    for _ in 0..<109 { maker.add(0, 1) }
    maker.add("& ", characters: 2)
    #expect(tail(maker).contains("\"name\":\"B. OCEANIA WRECK    \\u0026\","))
  }

  @Test func binaryMessagesWithoutData() {
    #expect(
      tail(maker(6, [(0, 2), (2_320_002, 30), (0, 2)])) == ",\"seqno\":0,\"dest_mmsi\":2320002,\"retransmit\":false}")
    #expect(tail(maker(8, [(0, 2)])) == "}")
    let raw = maker(8, [(0, 2), (366, 10), (56, 6), (0xABC, 12)])
    #expect(tail(raw) == ",\"dac\":366,\"fid\":56,\"data\":\"12:abc0\"}")
  }

  @Test func multipleSlots() throws {
    let maker = maker(26, [(0, 1), (1, 1), (0x5C01, 16), (0xFACE, 16), (0x80001, 20)])
    #expect(
      tail(maker)
        == ",\"addressed\":false,\"structured\":true,\"dest_mmsi\":0,\"app_id\":23553,\"data\":\"16:face\",\"radio\":0}"
    )
    guard case .multipleSlotBinary(let message) = try content(maker) else { throw WrongType() }
    #expect(message.radioStatus == 0x80001)
    #expect(message.communicationState == .incremental(synchronisation: 0, slotIncrement: 0, slots: 0, isKept: true))
  }

  @Test func areas() {
    let fields = [
      (0, 2), (1_578, 18), (30_642, 17), (1_096, 18), (30_408, 17), (6, 4), (0, 8), (0, 22), (0, 2), (9, 4), (0, 4),
      (0, 6),
    ]
    #expect(
      tail(maker(23, fields))
        == ",\"ne_lon\":\"2.630000\",\"ne_lat\":\"51.070000\",\"sw_lon\":\"1.826667\",\"sw_lat\":\"50.680000\","
        + "\"stationtype\":6,\"stationtype_text\":\"Regional use and inland waterways\",\"shiptype\":0,"
        + "\"shiptype_text\":\"Not available\",\"interval\":9,\"quiet\":0}")
  }
}

private struct WrongType: Error {}
