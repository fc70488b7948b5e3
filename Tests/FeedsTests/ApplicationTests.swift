import Feeds
import Foundation
import Testing

/// Binary applications that the samples do not show: each gives valid JSON with the fields that were put in.
struct ApplicationTests {
  private func object(_ maker: BitMaker) throws -> [String: Any] {
    let line = gpsdLine(maker)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(object as? [String: Any])
  }

  private func broadcast(_ area: Int, _ function: Int, length: Int, _ fill: (inout BitMaker) -> Void) -> BitMaker {
    var maker = BitMaker(type: 8, mmsi: 2_320_001)
    maker.add(0, 2)
    maker.add(area, 10)
    maker.add(function, 6)
    fill(&maker)
    maker.add(0, max(0, length - maker.bits.count))
    return maker
  }

  private func addressed(_ area: Int, _ function: Int, length: Int, _ fill: (inout BitMaker) -> Void) -> BitMaker {
    var maker = BitMaker(type: 6, mmsi: 2_320_001)
    maker.add(0, 2)
    maker.add(235_000_002, 30)
    maker.add(0, 2)
    maker.add(area, 10)
    maker.add(function, 6)
    fill(&maker)
    maker.add(0, max(0, length - maker.bits.count))
    return maker
  }

  @Test func personsAboard() throws {
    let international = try object(addressed(1, 16, length: 136) { $0.add(57, 13) })
    #expect(international["persons"] as? Int == 57)
    #expect(try object(broadcast(1, 16, length: 104) { $0.add(8_191, 13) })["persons"] as? Int == 8_191)
    let inland = try object(
      addressed(200, 55, length: 168) {
        $0.add(4, 8)
        $0.add(120, 13)
        $0.add(6, 8)
      })
    #expect(inland["crew"] as? Int == 4)
    #expect(inland["passengers"] as? Int == 120)
    #expect(inland["personnel"] as? Int == 6)
    #expect(try object(broadcast(1, 16, length: 296) { $0.add(1, 13) })["persons"] == nil)
  }

  @Test func fairwayClosed() throws {
    let closed = try object(
      broadcast(1, 13, length: 472) {
        $0.add("WRECK", characters: 20)
        $0.add("BUOY 1", characters: 20)
        $0.add("BUOY 2", characters: 20)
        for (value, width) in [(500, 10), (0, 2), (24, 5), (11, 4), (1, 5), (48, 6), (25, 5), (12, 4), (2, 5), (3, 6)] {
          $0.add(value, width)
        }
      })
    #expect(closed["reason"] as? String == "WRECK")
    #expect(closed["radius"] as? Int == 500)
    #expect(closed["from"] as? String == "11-24T01:48")
    #expect(closed["to"] as? String == "12-25T02:03")
  }

  @Test func trafficSignal() throws {
    let signal = try object(
      broadcast(1, 19, length: 360) {
        $0.add(7, 10)
        $0.add("DOVER WEST", characters: 20)
        for (value, width) in [(79_200, 25), (3_066_000, 24), (1, 2), (2, 5), (6, 5), (30, 6), (31, 5)] {
          $0.add(value, width)
        }
      })
    #expect(signal["station"] as? String == "DOVER WEST")
    #expect(signal["lon"] as? Double == 1.32)
    #expect(signal["lat"] as? Double == 51.1)
    #expect(signal["signal_text"] as? String == "Vessels shall not proceed.")
    #expect(signal["nextsignal_text"] as? String == "INVALID SIGNAL TYPE")
  }

  @Test func targetsRoutesAndCargoes() throws {
    let targets = try object(
      broadcast(1, 17, length: 300) {
        for (value, width) in [
          (0, 2), (235_000_003, 42), (0, 4), (3_060_000, 24), (60_000, 25), (90, 9), (5, 6), (12, 10),
        ] { $0.add(value, width) }
        $0.add(2, 2)
        $0.add("MABC7", characters: 7)
        for (value, width) in [(0, 4), (3_060_000, 24), (60_000, 25), (90, 9), (5, 6), (12, 10)] {
          $0.add(value, width)
        }
      })
    let list = try #require(targets["targets"] as? [[String: Any]])
    #expect(list.count == 2)
    #expect(list[0]["mmsi"] as? String == "235000003")
    #expect(list[1]["callsign"] as? String == "MABC7")
    #expect(list[1]["speed"] as? Int == 12)

    let route = try object(
      broadcast(1, 27, length: 227) {
        for (value, width) in [
          (1, 10), (1, 3), (31, 5), (6, 4), (7, 5), (8, 5), (9, 6), (60, 18), (3, 5), (600_000, 28), (30_000_000, 27),
          (-600_000, 28), (0, 27),
        ] { $0.add(value, width) }
      })
    #expect((route["waypoints"] as? [[String: Any]])?.count == 2)
    #expect(route["start"] as? String == "06-07T08:09Z")
    #expect(route["rtype_text"] as? String == "Cancel route identified by message linkage")

    let cargo = try object(
      addressed(1, 25, length: 134) {
        for (value, width) in [(2, 2), (900, 10), (1, 4), (1_203, 13), (3, 4), (77, 13)] { $0.add(value, width) }
      })
    let cargoes = try #require(cargo["cargos"] as? [[String: Any]])
    #expect(cargoes.map { $0["subtype"] as? Int } == [1_203, 77])
  }

  @Test func berthingAndText() throws {
    let berth = try object(
      addressed(1, 20, length: 360) {
        for (value, width) in [(9, 10), (300, 9), (125, 8), (3, 3), (6, 4), (7, 5), (8, 5), (9, 6), (1, 1)] {
          $0.add(value, width)
        }
        for service in 0..<26 { $0.add(service % 3, 2) }
        $0.add("EASTERN ARM", characters: 20)
        $0.add(79_200, 25)
        $0.add(3_066_000, 24)
      })
    #expect(berth["berth_name"] as? String == "EASTERN ARM")
    #expect(berth["berth_depth"] as? Double == 12.5)
    #expect(berth["fuel"] as? Int == 1)
    #expect(berth["future2"] as? Int == 1)
    let text = try object(
      broadcast(1, 29, length: 0) {
        $0.add(3, 10)
        $0.add("SEE LOG", characters: 7)
      })
    #expect(text["text"] as? String == "SEE LOG")
  }

  @Test func airDraught() throws {
    #expect(try object(addressed(1, 15, length: 104) { $0.add(455, 11) })["airdraught"] as? Int == 455)
    #expect(try object(broadcast(1, 15, length: 72) { $0.add(455, 11) })["airdraught"] as? Int == 455)
  }

  @Test func inland() throws {
    let estimate = try object(
      addressed(200, 21, length: 248) {
        $0.add("NL", characters: 2)
        $0.add("RTM", characters: 3)
        $0.add("00123", characters: 5)
        $0.add("LOCK1", characters: 5)
        $0.add("00456", characters: 5)
        for (value, width) in [(6, 4), (7, 5), (8, 5), (9, 6), (2, 3), (910, 12)] { $0.add(value, width) }
      })
    #expect(estimate["locode"] as? String == "RTM")
    #expect(estimate["eta"] as? String == "6-7T8:9")
    #expect(estimate["airdraught"] as? Int == 910)
    let levels = try object(
      broadcast(200, 24, length: 168) {
        $0.add("DE", characters: 2)
        for gauge in 1...4 {
          $0.add(gauge, 11)
          $0.add(-gauge, 14)
        }
      })
    let gauges = try #require(levels["gauges"] as? [[String: Any]])
    #expect(gauges.map { $0["level"] as? Int } == [-1, -2, -3, -4])
    let warning = try object(
      broadcast(200, 23, length: 256) {
        for (value, width) in [(26, 8), (3, 4), (4, 5), (26, 8), (5, 4), (6, 5), (7, 5), (8, 6), (9, 5), (10, 6)] {
          $0.add(value, width)
        }
        for (value, width) in [
          (600_000, 28), (30_000_000, 27), (600_000, 28), (30_000_000, 27), (5, 4), (-1, 9), (1, 9), (1, 2), (8, 4),
        ] { $0.add(value, width) }
      })
    #expect(warning["start"] as? String == "2026-03-04T07:08")
    #expect(warning["end"] as? String == "2026-05-06T09:10")
    #expect(warning["type_text"] as? String == "Fog")
    #expect(warning["wind_text"] as? String == "North West")
    let signal = try object(
      broadcast(200, 40, length: 168) {
        for (value, width) in [(600_000, 28), (30_000_000, 27), (3, 4), (180, 9), (1, 3), (5, 30)] {
          $0.add(value, width)
        }
      })
    #expect(signal["direction_text"] as? String == "Upstream")
    #expect(signal["status_text"] as? String == "Red")
  }
}
