import Testing

@testable import Receivers

struct AddressTests {
  @Test func addressesAreRead() throws {
    let known: [(String, FeedAddress)] = [
      ("/data/a.nmea", .file(path: "/data/a.nmea", speed: nil)),
      ("file:a.nmea", .file(path: "a.nmea", speed: nil)),
      ("file:a.nmea?pace=real", .file(path: "a.nmea", speed: 1)),
      ("FILE:a.nmea?pace=REAL", .file(path: "a.nmea", speed: 1)),
      ("a.nmea?pace=10", .file(path: "a.nmea", speed: 10)),
      ("file:what?.nmea", .file(path: "what?.nmea", speed: nil)),
      ("-", .standardInput),
      ("udp://127.0.0.1:10110", .datagrams(group: nil, host: "127.0.0.1", port: 10110)),
      ("udp://:10110", .datagrams(group: nil, host: "0.0.0.0", port: 10110)),
      ("udp://239.192.0.1@:60001", .datagrams(group: "239.192.0.1", host: "0.0.0.0", port: 60001)),
      ("udp://[ff02::1]@:60001", .datagrams(group: "ff02::1", host: "::", port: 60001)),
      ("udp://[::1]:60001", .datagrams(group: nil, host: "::1", port: 60001)),
      ("tcp://ais.example:4000", .client(host: "ais.example", port: 4000)),
      ("tcp-listen://:4000", .server(host: "0.0.0.0", port: 4000)),
      ("serial:/dev/ttyUSB0", .serial(path: "/dev/ttyUSB0", baud: 38400)),
      ("serial:/dev/ttyUSB0?baud=4800", .serial(path: "/dev/ttyUSB0", baud: 4800)),
      ("exercise:7", .exercise(seed: 7)),
    ]
    for (text, address) in known {
      #expect(try FeedAddress.parse(text) == address)
      #expect(try FeedAddress.parse(address.text) == address)
    }
  }

  @Test(arguments: [
    "", "a\0b", "udp://nowhere", "udp://host:70000", "udp://@:1", "tcp://:4000", "tcp://host", "tcp://host:0",
    "tcp://::1:4000", "serial:", "serial:/dev/x?baud=7", "file:", "a?pace=0", "a?pace=-1", "a?pace=nan", "a?pace=",
    "a?pace=1e9", "exercise:x", "http://host:80", "ftp://x",
  ])
  func addressesThatAreNoneAreRefusedInWords(text: String) {
    let failure = #expect(throws: FeedFailure.self) { try FeedAddress.parse(text) }
    #expect(failure?.code == .badAddress)
    #expect(failure?.message.isEmpty == false)
  }
}
