import Feeds
import Testing

/// Records of every category, made by hand after the standard, with the values that they were made from.
struct AsterixRecordTests {
  @Test func aTargetReport() {
    let record = asterixRecord([
      (1, [25, 201]), (2, packed([(21_600 * 128 + 1, 24)])), (3, packed([(5, 3), (0, 4), (1, 1), (0x40, 8)])),
      (4, packed([(256 + 64, 16), (16_384, 16)])), (5, packed([(1, 1), (0, 3), (0o7301, 12)])),
      (6, packed([(0, 2), (-3, 14)])), (8, [0x3C, 0x66, 0x0C]), (9, [0x18, 0xF4, 0x85, 0x30, 0x13, 0x84]),
      (11, packed([(3_563, 16)])), (12, packed([(-128, 16), (1, 16)])), (13, packed([(2_048, 16), (49_152, 16)])),
      (14, [0x41, 0x80]), (16, [0x0B, 0x04]),
    ])
    #expect(
      asterixLines(asterixBlock(48, record)).lines == [
        #"{"category":48,"I048/010":{"SAC":25,"SIC":201},"I048/140":21600.0078125,"#
          + #""I048/020":{"TYP":5,"SIM":0,"RDP":0,"SPI":0,"RAB":0,"TST":0,"ERR":1,"XPP":0,"ME":0,"MI":0,"FOEFRI":0},"#
          + #""I048/040":{"RHO":1.25000000,"THETA":90.000000},"I048/070":{"V":1,"G":0,"L":0,"MODE3A":"7301"},"#
          + #""I048/090":{"V":0,"G":0,"FL":-0.75},"I048/220":"3C660C","I048/240":"FORELAND","I048/161":{"TRN":3563},"#
          + #""I048/042":{"X":-1.0000000,"Y":0.0078125},"I048/200":{"GSP":0.12500000,"HDG":270.000000},"#
          + #""I048/170":{"CNF":0,"RAD":2,"DOU":0,"MAH":0,"CDM":0,"TRE":1,"GHO":0,"SUP":0,"TCC":0},"I048/030":[5,2]}"#
      ])
  }

  /// Registers 4,0 5,0 and 6,0 are laid open; every other one stays hexadecimal.
  @Test func registersOfModeS() {
    let intention = packed([
      (1, 1), (2_063, 12), (0, 13), (1, 1), (2_270, 12), (0, 8), (1, 1), (0, 1), (1, 1), (0, 3), (1, 1), (2, 2),
    ])
    let turn = packed([
      (1, 1), (-4, 10), (1, 1), (-644, 11), (1, 1), (220, 10), (1, 1), (-1, 10), (1, 1), (227, 10),
    ])
    let speed = packed([
      (1, 1), (-647, 11), (1, 1), (250, 10), (1, 1), (197, 10), (1, 1), (-5, 10), (0, 1), (2, 10),
    ])
    let other: [UInt8] = [1, 2, 3, 4, 5, 6, 0xAB]
    let data = [4] + intention + [0x40] + turn + [0x50] + speed + [0x60] + other + [0x02]
    let line = asterixLines(asterixBlock(48, asterixRecord([(1, [1, 1]), (10, data)]))).lines.first ?? ""
    for part in [
      #""BDS40":{"MCP_ALT_STATUS":1,"MCP_ALT":33008,"FMS_ALT_STATUS":0,"FMS_ALT":0,"BP_STATUS":1,"BP":227.0,"#
        + #""MODE_STATUS":1,"VNAV":0,"ALT_HOLD":1,"APP":0,"TARGET_ALT_STATUS":1,"TARGET_ALT_SOURCE":2},"BDS1":4,"BDS2":0}"#,
      #""BDS50":{"RA_STATUS":1,"RA":-0.70312500,"TTA_STATUS":1,"TTA":-113.20312500,"GS_STATUS":1,"GS":440,"#
        + #""TAR_STATUS":1,"TAR":-0.03125,"TAS_STATUS":1,"TAS":454},"BDS1":5,"BDS2":0}"#,
      #""BDS60":{"HDG_STATUS":1,"HDG":-113.73046875,"IAS_STATUS":1,"IAS":250,"MACH_STATUS":1,"MACH":0.788,"#
        + #""BAR_STATUS":1,"BAR":-160,"IVV_STATUS":0,"IVV":64},"BDS1":6,"BDS2":0}"#,
      #"{"MBDATA":"010203040506AB","BDS1":0,"BDS2":2}]"#,
    ] { #expect(line.contains(part), "\(part) in \(line)") }
  }

  @Test func aServiceMessage() {
    let record = asterixRecord([
      (1, [25, 13]), (2, [2]), (3, [0, 0, 0x80]), (4, [0x40]), (5, packed([(512, 16)])),
      (6, [0x94, 0x40, 0x08, 0x61, 0x80]), (8, [2] + packed([(1, 5), (300, 11), (4, 5), (7, 11)])),
      (13, [4, 0xCA, 0xFE, 0x01]),
    ])
    #expect(
      asterixLines(asterixBlock(34, record)).lines == [
        #"{"category":34,"I034/010":{"SAC":25,"SIC":13},"I034/000":2,"I034/030":1.0000000,"I034/020":90.00000,"#
          + #""I034/041":4.0000000,"I034/050":{"COM":{"NOGO":0,"RDPC":1,"RDPR":0,"OVLRDP":0,"OVLXMT":0,"MSC":0,"TSV":0},"#
          + #""PSR":{"ANT":0,"CHAB":0,"OVL":0,"MSC":1},"#
          + #""MDS":{"ANT":0,"CHAB":3,"OVLSUR":0,"MSC":0,"SCF":0,"DLF":0,"OVLSCF":1,"OVLDLF":1}},"#
          + #""I034/070":[{"TYP":1,"COUNT":300},{"TYP":4,"COUNT":7}],"I034/RE":"CAFE01"}"#
      ])
  }

  @Test func aSystemTrack() throws {
    let derived: [UInt8] =
      [0b1101_0000] + [0x40, 0x06, 0x11] + [0x18, 0xF4, 0x85, 0x30, 0x13, 0x84] + packed([(1, 1), (782, 15)])
    let record = asterixRecord([
      (1, [1, 2]), (4, packed([(86_400 * 128, 24)])), (5, packed([((51 << 25) / 180, 32), (-(1 << 25) / 180, 32)])),
      (7, packed([(-40, 16), (10, 16)])), (9, packed([(0, 4), (0o1200, 12)])), (11, derived),
      (12, packed([(65_535, 16)])),
      (13, [0x01, 0x81, 0x00]), (17, packed([(1_320, 16)])),
      (26, packed([(7, 8), (9, 15), (1, 1), (8, 8), (10, 15), (0, 1)])),
    ])
    let line = try #require(asterixLines(asterixBlock(62, record)).lines.first)
    for part in [
      #""I062/070":86400.0000000,"#, #""I062/185":{"VX":-10.00,"VY":2.50}"#, #""MODE3A":"1200"}"#,
      #""I062/380":{"ADR":"400611","ID":"FORELAND","IAS":{"IM":1,"IAS":0.782}}"#, #""I062/040":65535"#,
      #""I062/136":330.00"#, #""I062/510":[{"IDENT":7,"TRACK":9},{"IDENT":8,"TRACK":10}]"#,
    ] { #expect(line.contains(part), "\(part) in \(line)") }
  }

  @Test func surfaceMovementAndVideo() {
    let surface = asterixRecord([
      (1, [1, 1]), (2, [1]), (4, [0, 0, 0]), (6, packed([(1_852, 16), (8_192, 16)])), (11, [0x41, 0x20]),
    ])
    let video = asterixRecord([
      (1, [1, 1]), (2, [2]), (3, packed([(77, 32)])), (5, packed([(0, 16), (91, 16), (5, 32), (1_000, 32)])),
      (7, packed([(0, 8), (4, 8)])), (8, packed([(5, 16), (5, 24)])), (9, [2, 1, 2, 3, 4, 5, 0, 0, 0]),
    ])
    #expect(
      asterixLines(asterixBlock(10, surface) + asterixBlock(240, video)).lines == [
        #"{"category":10,"I010/010":{"SAC":1,"SIC":1},"I010/000":1,"I010/140":0.0000000,"#
          + #""I010/040":{"RHO":1852,"TH":45.000000},"I010/170":{"CNF":0,"TRE":1,"CST":0,"MAH":0,"TCC":0,"STH":0,"TOM":0,"#
          + #""DOU":4,"MRS":0}}"#,
        #"{"category":240,"I240/010":{"SAC":1,"SIC":1},"I240/000":2,"I240/020":77,"#
          + #""I240/040":{"STARTAZ":0.000000,"ENDAZ":0.499878,"STARTRG":5,"CELLDUR":1000},"I240/048":{"C":0,"RES":4},"#
          + #""I240/049":{"NBVB":5,"NBCELLS":5},"I240/050":["01020304","05000000"]}"#,
      ])
  }

  @Test func anAircraftReport() {
    let record = asterixRecord([
      (1, [1, 1]), (6, packed([(1 << 22, 24), (-(1 << 21), 24)])), (11, [0x48, 0x40, 0xD6]),
      (29, [0x18, 0xF4, 0x85, 0x30, 0x13, 0x84]), (21, packed([(1_400, 16)])), (28, [0, 0, 0x80]),
    ])
    #expect(
      asterixLines(asterixBlock(21, record)).lines == [
        #"{"category":21,"I021/010":{"SAC":1,"SIC":1},"I021/130":{"LAT":90.00000000,"LON":-45.00000000},"#
          + #""I021/080":"4840D6","I021/145":350.00,"I021/077":1.0000000,"I021/170":"FORELAND"}"#
      ])
  }
}
