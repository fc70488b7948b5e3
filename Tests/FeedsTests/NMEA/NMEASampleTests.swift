import Testing

@testable import Feeds

/// The public samples; skipped where the data folder is absent.
@Suite(.enabled(if: sampleFolder != nil, "needs the folder that FORELAND_DATA names"))
struct NMEASampleTests {
  /// The one message of a distress device in gpsd's sample is static data of a device for a person overboard, which tells no
  /// status; all other messages are left to the AIS decoder, which finds as many.
  @Test func theDistressDeviceOfGpsdsSample() throws {
    let input = try sample("gpsd-sample.aivdm")
    var decoder = NMEADecoder()
    var receptions: [NMEAReception] = []
    decoder.consume(input) { receptions.append($0) }
    decoder.finish { receptions.append($0) }
    #expect(receptions.count == 1)
    guard case .distressDevice(let device)? = receptions.first?.content else {
      Issue.record("no device")
      return
    }
    #expect(device.mmsi == 972_158_237 && device.kind == .personOverboard && device.state == .unclear)
    #expect(decoder.diagnostics.aisMessagesOfOthers + 1 == AISDecoder.decode(input).receptions.count)
  }
}
