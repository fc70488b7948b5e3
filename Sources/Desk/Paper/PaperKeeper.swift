import Foundation
import Geodesy
import Logging
import Operations
import ServiceLifecycle

/// Writes the sheets into a folder every few minutes and once more as the desk stops, so that they can be printed when the desk
/// is down. `latest.html` is always the newest; older ones stay a while under their time.
struct PaperKeeper: Service {
  /// How the sheets are kept.
  struct Plan: Sendable {
    var folder: String
    var everyMinutes: Int
    /// How many are kept. They hold in plain what the ledger holds sealed, so they do not stay for ever.
    var kept: Int
    var language: Language
    var ground: PaperGround
  }

  /// The first sheets wait until the feeds have spoken, so that an empty sea does not replace the last one that was known.
  static let firstAfterSeconds = 15

  let desk: Desk
  let plan: Plan
  let record: PaperRecord

  func run() async throws {
    await cancelWhenGracefulShutdown {
      try? await Task.sleep(for: .seconds(Self.firstAfterSeconds))
      while !Task.isCancelled {
        await write()
        // By the clock on the wall: paper is for the people in the room, however fast an exercise runs.
        try? await Task.sleep(for: .seconds(plan.everyMinutes * 60))
      }
    }
    await write()
  }

  /// Writes the sheets; a failure is remembered and said, and the next time is another try.
  func write() async {
    do {
      let content = try await desk.paperContent(at: nil, desk.centre.paperReader)
      let sheet = PaperSheet(
        content: content, ground: plan.ground, strings: Strings.of(plan.language), zone: .current,
        style: PaperStyle.within)
      try keep(Data(sheet.document.text.utf8), named: name(at: content.at))
      record.note(written: desk.now())
    } catch {
      record.note(failure: (error as? CocoaError)?.localizedDescription ?? "\(error)")
      desk.logger.error("the sheets to print could not be written", metadata: ["error": "\(LogWords.of(error))"])
    }
  }

  private func name(at moment: Instant) -> String {
    "picture-" + moment.iso8601.prefix(19).replacing(":", with: "") + "Z.html"
  }

  private func keep(_ bytes: Data, named name: String) throws {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: plan.folder, isDirectory: true)
    try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for target in [name, "latest.html"] {
      let partial = folder.appendingPathComponent(".\(target).partial")
      try? files.removeItem(at: partial)
      guard files.createFile(atPath: partial.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
        throw CocoaError(.fileWriteNoPermission)
      }
      let handle = try FileHandle(forWritingTo: partial)
      defer { try? handle.close() }
      try handle.write(contentsOf: bytes)
      try handle.synchronize()
      // A reader finds the sheets before or the sheets after, never half of them.
      guard rename(partial.path, folder.appendingPathComponent(target).path) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
    }
    let old = try files.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix("picture-") && $0.hasSuffix("Z.html")
    }
    for name in old.sorted().dropLast(plan.kept) { try files.removeItem(at: folder.appendingPathComponent(name)) }
  }
}
