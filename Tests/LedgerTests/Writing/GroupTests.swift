import Foundation
import Testing

@testable import Ledger

@Suite("Many writers")
struct GroupTests {
  @Test func manyWritersShareTransactionsAndLoseNothing() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    let commits = ledger.commits()
    let receipts = try await withThrowingTaskGroup(of: [AppendReceipt].self) { group in
      for writer in 0..<32 {
        group.addTask {
          var receipts: [AppendReceipt] = []
          for number in 0..<20 {
            receipts.append(
              try await ledger.perform(.sample(key: "\(writer)-\(number)")) { _ in
                [.note("\(writer) \(number)", aggregate: "writer-\(writer)")]
              })
          }
          return receipts
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(receipts.count == 640)
    #expect(Set(receipts.map(\.firstSequence)) == Set(1...640))
    #expect(try ledger.reader.read { try NoteView.count($0) } == 640)
    for writer in 0..<32 { #expect(try ledger.version(of: "writer-\(writer)") == 20) }
    let report = try ledger.reader.verify()
    #expect(report.isSound, "\(report)")
    try ledger.close()
    var count = 0
    for await _ in commits { count += 1 }
    #expect(count < 640)
  }

  /// Only one of many commands that all expect the same version can be right.
  @Test func ofManyCommandsOnOneVersionOneWins() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    let winners = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 {
        group.addTask {
          (try? await ledger.perform(.sample(expecting: ["log-1": 0])) { _ in [.note("mine")] }) != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(winners == 1)
    #expect(ledger.head.size == 1)
  }

  @Test func theSameKeyFromManyTasksIsOneCommand() async throws {
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder)
    let receipts = try await withThrowingTaskGroup(of: AppendReceipt.self) { group in
      for _ in 0..<40 { group.addTask { try await ledger.write(.note("once"), key: "one") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.filter { !$0.repeated }.count == 1)
    #expect(Set(receipts.map(\.firstSequence)) == [1])
    #expect(ledger.head.size == 1)
  }

  @Test func tooManyWaitingCommandsAreRefusedAtOnce() async throws {
    let folder = try TestFolder()
    var limits = LedgerLimits()
    limits.waitingCommands = 2
    let ledger = try Ledger.sample(folder, limits: limits)
    let refused = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          do {
            _ = try await ledger.write(.note("\(number)"))
            return false
          } catch {
            return (error as? LedgerError)?.code == .limit
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(Int64(200 - refused) == ledger.head.size)
    #expect(try ledger.reader.verify().isSound)
  }
}
