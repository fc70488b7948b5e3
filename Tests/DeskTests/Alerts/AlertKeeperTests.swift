import Geodesy
import Operations
import Testing

@testable import Desk

@Suite struct AlertKeeperTests {
  private struct NoRoom: Error {}

  private func step(_ id: String, _ severity: Alert.Severity) -> AlertStep {
    .raise(
      NewAlert(
        id: id, kind: "distress.dsc", severity: severity, tracks: [], position: nil,
        began: Instant(millisecondsSince1970: 0), words: nil, exercise: false))
  }

  @Test func whatADiskHasNoRoomForHoldsUpNoCallForHelp() async {
    var waiting = [step("a", .notice), step("b", .distress), step("c", .urgent), step("d", .distress)]
    var written: [String] = []
    let failures = await AlertKeeper.write(&waiting) { step in
      guard step.alert.severity == .distress else { throw NoRoom() }
      written.append(step.alert.id)
    }
    #expect(written == ["b", "d"] && failures.count == 1)
    #expect(waiting.map(\.alert.id) == ["a", "c"])
    #expect(await AlertKeeper.write(&waiting) { written.append($0.alert.id) }.isEmpty)
    #expect(written == ["b", "d", "a", "c"] && waiting.isEmpty)
  }

  @Test func aCallForHelpThatCannotBeWrittenWaits() async {
    var waiting = [step("a", .distress), step("b", .distress)]
    #expect(await AlertKeeper.write(&waiting) { _ in throw NoRoom() }.count == 2)
    #expect(waiting.map(\.alert.id) == ["a", "b"])
  }
}
