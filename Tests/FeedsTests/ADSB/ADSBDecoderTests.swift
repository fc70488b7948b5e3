import Foundation
import Geodesy
import Testing

@testable import Feeds

struct ADSBDecoderTests {
  private let identification = "8D4840D6202CC371C32CE0576098"

  /// Every form of line and the binary frames give the same message.
  @Test func everyForm() throws {
    let forms = [
      "*\(identification);", "@000000ABCDEF\(identification);", "<000000ABCDEF7F\(identification);", identification,
      identification.lowercased(), "1457996400,\(identification)", "1457996400.25,\"\(identification)\",\"406B90\",4",
      "  *\(identification);\r",
    ]
    for form in forms {
      let found = ADSBDecoder.decode(bytes([form])).receptions
      #expect(found.map(\.address) == [0x48_40D6], "\(form)")
    }
    #expect(ADSBDecoder.decode(bytes([forms[1]])).receptions.first?.time == .counter(ticks: 0xABCDEF))
    #expect(ADSBDecoder.decode(bytes([forms[6]])).receptions.first?.time == .clock(milliseconds: 1_457_996_400_250))
    #expect(adsbLines([forms[6]]).first?.contains(#""time":1457996400.250,"#) == true)
    let binary = beast("3", 0x1A_1A00_001A, hex(identification))
    let found = ADSBDecoder.decode(binary).receptions
    #expect(found.map(\.address) == [0x48_40D6])
    #expect(found.first?.time == .counter(ticks: 0x1A_1A00_001A))
  }

  @Test func refusalsByReason() {
    func reasons(_ line: String) -> [ADSBRefusal: Int] {
      ADSBDecoder.decode(bytes([line])).diagnostics.refusals.counts
    }
    #expect(reasons("time,message") == [.notAMessage: 1])
    #expect(reasons("*8D48") == [.notAMessage: 1])
    #expect(reasons("*8D48;") == [:])
    #expect(reasons("*8D484;") == [.wrongLength: 1])
    #expect(reasons("*8D4840D6202CG371C32CE0576098;") == [.badDigits: 1])
    #expect(reasons("@00000X000000\(identification);") == [.badDigits: 1])
    #expect(reasons("*8D4840D6202CC3;") == [.wrongLength: 1])
    #expect(reasons("*8D4840D6202CC371C32CE0576099;") == [.badParity: 1])
    #expect(reasons(String(repeating: "0", count: 300)) == [.tooLong: 1])
    #expect(reasons("1e5,\(identification)") == [.notAMessage: 1])
    #expect(reasons("# a comment") == [:])
    #expect(reasons("*00000000000000;") == [:])
    #expect(ADSBDecoder.decode(bytes(["*7777;", "", "*00000000000000;"])).diagnostics.otherFrames == 1)
    #expect(ADSBDecoder.decode(bytes(["*00000000000000;"])).diagnostics.otherFormats == 1)
  }

  /// The address under a reply's parity is believed when the aircraft has been heard openly.
  @Test func repliesOfKnownAircraft() throws {
    func reply(_ format: Int, _ code: Int, bits: Int) -> String {
      var maker = FrameMaker()
      maker.add(format, 5)
      maker.add(0, 14)
      maker.add(code, 13)
      while maker.bits.count < bits - 24 { maker.add(0, 1) }
      return "*" + digits(maker.bytes(under: 0x48_40D6)) + ";"
    }
    let replies = [
      reply(4, 0b1100_0001_11000, bits: 56), reply(20, 0, bits: 112), reply(5, 0b0101_0100_00000, bits: 56),
      reply(21, 0b0101_0100_00000, bits: 112),
    ]
    let unknown = ADSBDecoder.decode(bytes(replies))
    #expect(unknown.receptions.isEmpty)
    #expect(unknown.diagnostics.refusals.counts == [.unknownAddress: 4])
    let known = ADSBDecoder.decode(bytes([identification] + replies)).receptions
    #expect(known.map(\.address) == Array(repeating: 0x48_40D6, count: 5))
    #expect(known[1].content == .altitudeReply(feet: ModeSCodes.feet(altitude13: 0b1100_0001_11000)))
    #expect(known[2].content == .altitudeReply(feet: nil))
    // A1, A2 and A4 are seven; the rest is zero.
    #expect(known[3].content == .identityReply(squawk: 7_000))
    var call = FrameMaker()
    call.add(11, 5)
    call.add(5, 3)
    call.add(0x48_40D6, 24)
    let all = ADSBDecoder.decode(bytes([0, 17, 127, 128].map { "*" + digits(call.bytes(under: $0)) + ";" }))
    #expect(all.receptions.map(\.content) == [0, 17, 127].map { .allCallReply(interrogator: $0) })
    #expect(all.diagnostics.refusals.counts == [.badParity: 1])
    #expect(all.diagnostics.formats == [11: 4])
  }

  private func cases() -> [[UInt8]] {
    let (even, odd) = (FrameMaker.position(7, 51, 1, isOdd: false), FrameMaker.position(7, 51, 1, isOdd: true))
    let lines = bytes(
      [
        "*\(identification);", timed(1, even), "rubbish", timed(2, odd), "", String(repeating: "x", count: 400),
        "@000000ABCDEF\(identification);", "*8D4840D6202CC371C32CE0576099;",
      ], newline: "\r\n")
    let binary =
      beast("3", 12, even) + beast("1", 13, [0x77, 0x1A]) + [9, 9] + beast("3", 24, odd).dropLast(3)
      + beast("9", 1, [1]) + beast("2", 25, Array(even.prefix(7))) + beast("3", 36_000, odd) + beast("4", 1, odd)
      + beast("3", 99, even).dropLast()
    return [lines + Array("*\(identification);".utf8), binary]
  }

  /// Where the input is cut changes nothing.
  @Test func cutAtEveryByte() {
    for input in cases() {
      let whole = ADSBDecoder.decode(input)
      #expect(whole.receptions.count >= 2)
      #expect(whole.receptions.contains { $0.position != nil })
      #expect(whole.diagnostics.refusals.total >= 3)
      for cut in 0...input.count {
        var decoder = ADSBDecoder()
        var receptions: [ADSBReception] = []
        decoder.consume(Array(input[..<cut])) { receptions.append($0) }
        decoder.consume(Array(input[cut...])) { receptions.append($0) }
        decoder.finish { receptions.append($0) }
        #expect(receptions == whole.receptions, "cut at \(cut)")
        #expect(decoder.diagnostics.refusals == whole.diagnostics.refusals, "cut at \(cut)")
      }
      var single = ADSBDecoder()
      var receptions: [ADSBReception] = []
      for byte in input { single.consume([byte]) { receptions.append($0) } }
      single.finish { receptions.append($0) }
      #expect(receptions == whole.receptions)
    }
  }

  /// Damage costs only the line or frame that it touches, and nothing traps.
  @Test func damagedFramesAmongGoodOnes() {
    var numbers = SeededNumbers(state: 17)
    let writer = ADSBWriter()
    let templates = [
      FrameMaker.position(3, 51, 1, isOdd: false), FrameMaker.position(3, 51, 1, isOdd: true),
      hex("8DA05F219B06B6AF189400CBC33F"), FrameMaker.squitter(4, [(28, 5), (1, 3), (7, 3)]),
    ]
    for isBinary in [false, true] {
      var decoder = ADSBDecoder(input: isBinary ? .beast : .lines)
      var isFound = [Bool](repeating: false, count: 10_000)
      let damaged = templates.map { isBinary ? beast("3", 12_345, $0) : Array("@0000000000FF\(digits($0));".utf8) }
      var out = ByteWriter()
      func take(_ reception: ADSBReception) {
        writer.write(reception, to: &out)
        out.removeAll()
        let number = Int(reception.address) - 0x10_0000
        if isFound.indices.contains(number) { isFound[number] = true }
      }
      for index in isFound.indices {
        var bad = damaged[index % 4]
        for _ in 0..<Int.random(in: 1...3, using: &numbers) where !bad.isEmpty {
          let place = Int.random(in: 0..<bad.count, using: &numbers)
          switch Int.random(in: 0..<3, using: &numbers) {
          case 0: bad[place] = UInt8.random(in: 0...255, using: &numbers)
          case 1: bad.remove(at: place)
          default: bad.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
          }
        }
        // A lone escape at the end would swallow the next frame's own.
        if isBinary { while bad.last == 0x1A { bad.removeLast() } } else { bad.removeAll { $0 == 0x0A } }
        let good = FrameMaker.withParity(
          [0x8D, 0x10, UInt8(index >> 8), UInt8(index & 255), 0x20] + [UInt8](repeating: 0, count: 6))
        decoder.consume(bad + (isBinary ? [] : [0x0A]), handler: take)
        decoder.consume(isBinary ? beast("3", index, good) : bytes([digits(good)]), handler: take)
        #expect(decoder.carriedBytes <= decoder.limits.lineBytes + 1)
      }
      decoder.finish(handler: take)
      #expect(!isFound.contains(false))
      #expect(decoder.diagnostics.refusals.total > 3_000)
    }
  }

  /// Every message of a recording, with the numbers that another program reads in the first.
  @Test(.enabled(if: adsbFile != nil, "needs the folder that FORELAND_DATA names"))
  func aRecording() throws {
    let input = Array(try Data(contentsOf: URL(fileURLWithPath: adsbFile!)))
    let (receptions, diagnostics) = ADSBDecoder.decode(input)
    #expect(receptions.count == 2_000)
    #expect(diagnostics.refusals.total == 0)
    #expect(diagnostics.positions >= 930)
    #expect(diagnostics.implausible == 0)
    let first = try #require(receptions.first { $0.position != nil }?.position)
    #expect(abs(first.latitudeDegrees - 51.1456) < 0.01)
    #expect(abs(first.longitudeDegrees - 7.2443) < 0.02)
    #expect(receptions.filter { if case .identification = $0.content { true } else { false } }.count == 98)
  }
}

/// The recording, when it is there.
let adsbFile: String? = sampleFolder.map { $0.replacingOccurrences(of: "/ais/", with: "/adsb/adsb.csv") }
