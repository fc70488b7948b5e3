import Geodesy
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("Reports out of alerts")
struct ReportAlertTests {
  private func alert(_ id: String, _ kind: String, at place: Position?, _ severity: Alert.Severity = .distress)
    -> NewAlert
  {
    NewAlert(
      id: id, kind: kind, severity: severity, tracks: ["972000001"], position: place,
      began: Instant(millisecondsSince1970: 1_637_718_000_000), words: "MOB ACTIVE", exercise: false)
  }

  @Test func aDevicesCallIsOneReportAndItsPlaceFollows() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    var call = alert("distress.transmitter-972000001-x", "distress.transmitter", at: nil)
    try await desk.centre.raise(call)
    for _ in 0..<3 { try await desk.centre.reportAsMachine(call.id) }
    var book = try await desk.centre.rescueBook()
    let report = try #require(book.contacts.values.first)
    #expect(book.contacts.count == 1 && report.statement.channel == .device)
    #expect(report.statement.track == "972000001" && report.statement.place == nil)
    #expect(report.words?.text?.contains("MOB ACTIVE") == true)
    #expect(book.unread(at: desk.centre.ledger.origin).count == 1)
    call.position = Position(latitudeDegrees: 51.03, longitudeDegrees: 1.41)
    try await desk.centre.change(call, ended: nil)
    try await desk.centre.reportAsMachine(call.id)
    book = try await desk.centre.rescueBook()
    #expect(book.contacts.count == 1 && book.contacts.values.first?.statement.place?.latitude == 51.03)
    #expect(book.contacts.values.first?.words?.text?.contains("MOB ACTIVE") == true)
  }

  @Test func aFindingBecomesAReportWhenSomebodyAsksAndATestNever() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let place = Position(latitudeDegrees: 51, longitudeDegrees: 1.4)
    try await desk.centre.raise(alert("drifting-1", "behaviour.drifting", at: place, .urgent))
    try await desk.centre.raise(alert("distress.transmitter-2", "distress.transmitter", at: place, .test))
    #expect(try await desk.centre.rescue(ReportAlert("drifting-1"), as: mara) == ["LOCAL-R1"])
    #expect(try await desk.centre.rescue(ReportAlert("drifting-1"), as: mara) == [])
    let book = try await desk.centre.rescueBook()
    #expect(book.contacts["LOCAL-R1"]?.statement.channel == .sensor)
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(ReportAlert("distress.transmitter-2"), as: mara)
    }
    await #expect(throws: OperationsError.self) { try await desk.centre.rescue(ReportAlert("none"), as: mara) }
  }
}
