import Testing

@testable import Desk

@Suite("An event of a stream")
struct ServerSentEventTests {
  @Test func hasANameAnIdentifierAndOneLineOfData() {
    let bytes = ServerSentEvent.encode("tracks", id: "run-7", data: Array("{\"a\":1}".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "id: run-7\nevent: tracks\ndata: {\"a\":1}\n\n")
    let plain = ServerSentEvent.encode("status", data: Array("{}".utf8))
    #expect(String(decoding: plain, as: UTF8.self) == "event: status\ndata: {}\n\n")
  }

  @Test func noTextOfAVesselOrAPersonEndsTheEvent() {
    var json = JSONText()
    json.object { json in
      json.key("text")
      json.string("one\n\nevent: bye\ndata: {}\r\n\rtwo")
    }
    let events = StreamReading(ServerSentEvent.encode("log", data: json.bytes)).events
    #expect(events.map(\.name) == ["log"])
    #expect(events.first?.text("text") == "one\n\nevent: bye\ndata: {}\r\n\rtwo")
  }
}
