import Foundation
import Testing

@testable import Ledger

@Suite("The reserve on the disk")
struct ReserveTests {
  @Test func aPlanIsAsLargeAsItsTime() throws {
    let plan = try #require(ReservePlan(hours: 12, entriesAnHour: 600))
    #expect(plan.bytes == 58_982_400)
    #expect(plan.seconds(of: plan.bytes) == 43_200)
    #expect(try #require(ReservePlan(hours: 1, entriesAnHour: 1)).bytes == ReservePlan.leastBytes)
    for (hours, entries) in [(0, 600), (12, 0), (-1, 5), (9_000, 1), (1, 1_000_000)] {
      #expect(ReservePlan(hours: hours, entriesAnHour: entries) == nil)
    }
  }

  @Test func itIsAllocatedGivenBackStepByStepAndTakenAgain() throws {
    let folder = try TestFolder()
    let file = ReserveFile(path: folder.location.reservePath)
    #expect(file.bytes == 0)
    #expect(file.hold(1 << 20))
    #expect(file.bytes == 1 << 20)
    var status = stat()
    #expect(stat(file.path, &status) == 0)
    // The blocks are there, not only the length.
    #expect(Int64(status.st_blocks) * 512 >= 1 << 20)
    #expect(file.hold(1 << 19))
    #expect(file.bytes == 1 << 19)
    #expect(!file.hold(1 << 60))
    #expect(file.bytes == 1 << 19)
  }

  @Test func onAFullDiskWhatCanWaitIsRefusedAndTheRestIsWritten() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.open(folder.location, views: [NoteView()], reserve: .usual)
    let room = try #require(ledger.room)
    #expect(room.look().level == .ample)
    room.noteFull()
    #expect(room.state.level == .full)
    await #expect(throws: LedgerError.self) { try await ledger.write(.note("can wait", aggregate: "a")) }
    var context = CommandContext.sample()
    for priority in [EntryPriority.record, .distress] {
      context.priority = priority
      _ = try await ledger.perform(context) { _ in [.note("cannot wait", aggregate: "b")] }
    }
    #expect(room.state.refusedCommands == 1)
    #expect(room.look().level == .ample)
    try await ledger.write(.note("again", aggregate: "a"))
    #expect(ledger.head.size == 3)
    try ledger.close()
  }

  @Test func aLedgerThatWasCutShortIsNotOpened() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    try await ledger.write(.note("one", aggregate: "a"))
    try ledger.close()
    #expect(HeadMark.read(folder.location.headPath) == 1)
    HeadMark(path: folder.location.headPath)?.note(2)
    #expect(throws: LedgerError.self) { try Ledger.sample(folder) }
    let reader = try LedgerReader.open(folder.location)
    #expect(try reader.verify().firstBadSequence == 2)
    // A damaged mark says nothing.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.location.headPath))
    bytes[3] ^= 1
    try bytes.write(to: URL(fileURLWithPath: folder.location.headPath))
    #expect(HeadMark.read(folder.location.headPath) == nil)
    try Ledger.sample(folder).close()
  }
}
