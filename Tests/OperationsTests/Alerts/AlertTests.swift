import Geodesy
import Ledger
import Testing
import Tracking

@testable import Operations

@Suite("Alerts")
struct AlertTests {
  private func alert(_ id: String, at moment: Instant, severity: Alert.Severity = .distress) -> NewAlert {
    NewAlert(
      id: id, kind: "distress.dsc", severity: severity, tracks: ["235012345"],
      position: Position(latitudeDegrees: 51, longitudeDegrees: 1.5), began: moment,
      evidence: [Alert.Evidence(name: "speed", value: 3.5, unit: "knots")], words: "sinking", exercise: false)
  }

  @Test("People acknowledge, hand over and resolve an alert, and the past knows how it stood")
  func stages() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    try await desk.centre.raise(alert("distress.dsc-1", at: desk.clock.now))
    let raised = desk.clock.now
    desk.clock.advance(seconds: 10)
    #expect(try await desk.centre.alerts(open: true, as: mara).map(\.stage) == [.raised])
    let taken = try await desk.centre.take(TakeAlert("distress.dsc-1", .acknowledged), as: mara)
    #expect(taken.stage == .acknowledged && taken.by == "mara" && taken.words == "sinking")
    let handed = try await desk.centre.take(TakeAlert("distress.dsc-1", .handedOver, handedTo: "Lille"), as: mara)
    #expect(handed.handedTo == "Lille")
    await expectRefusal(.invalid) {
      _ = try await desk.centre.take(TakeAlert("distress.dsc-1", .handedOver), as: mara)
    }
    await expectRefusal(.invalid) { _ = try await desk.centre.take(TakeAlert("distress.dsc-1", .resolved), as: mara) }
    let resolved = try await desk.centre.take(TakeAlert("distress.dsc-1", .resolved, note: "all aboard safe"), as: mara)
    #expect(resolved.note == "all aboard safe")
    await expectRefusal(.conflict) {
      _ = try await desk.centre.take(TakeAlert("distress.dsc-1", .acknowledged), as: mara)
    }
    await expectRefusal(.notFound) { _ = try await desk.centre.take(TakeAlert("none", .acknowledged), as: mara) }
    #expect(try await desk.centre.alerts(open: true, as: mara).isEmpty)
    #expect(try await desk.centre.alerts(open: false, as: mara).map(\.id) == ["distress.dsc-1"])
    let then = AsKnown.sequence(try await desk.centre.sequence(knownAt: raised))
    #expect(try await desk.centre.alerts(open: true, then, as: mara).map(\.stage) == [.raised])
  }

  @Test("What is over keeps the numbers that spoke for it; the most pressing come first")
  func overAndOrder() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    var notice = alert("behaviour-1", at: desk.clock.now, severity: .notice)
    try await desk.centre.raise(notice)
    try await desk.centre.raise(alert("distress.dsc-2", at: desk.clock.now.adding(milliseconds: -60_000)))
    notice.evidence = []
    try await desk.centre.change(notice, ended: desk.clock.now)
    let open = try await desk.centre.alerts(open: true, as: mara)
    #expect(open.map(\.id) == ["distress.dsc-2", "behaviour-1"])
    #expect(open.last?.ended == desk.clock.now && open.last?.evidence.first?.value == 3.5)
  }

  @Test("Erasing a track takes the words of its alerts away, and leaves the alerts")
  func erasure() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    try await desk.centre.raise(alert("distress.dsc-3", at: desk.clock.now))
    _ = try await desk.centre.ledger.erase(
      subject: "track:235012345", marking: "OFFICIAL",
      context: CommandContext(actor: "console", agency: "coastguard", purpose: "oversight"))
    for _ in 0..<2 {
      let found = try #require(try await desk.centre.alerts(open: true, as: mara).first)
      #expect(found.words == nil && found.id == "distress.dsc-3")
      try await desk.centre.ledger.rebuild()
    }
  }

  @Test("A rule that somebody changed is the one that is read; the others stay as they were")
  func rules() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    var rule = try #require(try await desk.centre.rules(as: mara).first { $0.kind == .drifting })
    let before = try await desk.centre.rules()
    rule.isEnabled = false
    rule[.speed] = 1.5
    try await desk.centre.change(ChangeRule(rule), as: mara)
    let after = try await desk.centre.rules()
    #expect(after.count == before.count)
    #expect(after.first { $0.id == rule.id } == rule)
    #expect(after.filter { $0.id != rule.id } == before.filter { $0.id != rule.id })
  }
}
