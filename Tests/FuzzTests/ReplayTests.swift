import Foundation
import FuzzTargets
import Testing

/// Runs what the fuzzer starts from, and all that it ever found, through the same entry points.
struct ReplayTests {
  private static let fuzz = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fuzz").standardizedFileURL

  private func files(_ kind: String, _ target: String) throws -> [URL] {
    let folder = Self.fuzz.appending(path: kind).appending(path: target)
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }

  @Test(arguments: FuzzTarget.all.map(\.name))
  func everySeedAndFailureRuns(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let seeds = try files("seeds", name)
    #expect(!seeds.isEmpty, "a target starts from something")
    for file in try seeds + files("failures", name) {
      // Named beforehand: a trap would end the run without saying on what.
      print("replays \(file.path)")
      try Data(contentsOf: file).withUnsafeBytes { target.run($0) }
    }
    target.run(UnsafeRawBufferPointer(start: nil, count: 0))
  }

  @Test func everyFolderBelongsToATarget() throws {
    let names = Set(FuzzTarget.all.map(\.name))
    #expect(names.count == FuzzTarget.all.count)
    for kind in ["seeds", "failures"] {
      let folder = Self.fuzz.appending(path: kind)
      guard FileManager.default.fileExists(atPath: folder.path) else { continue }
      for path in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !path.hasPrefix(".") {
        #expect(names.contains(path), "\(kind)/\(path)")
      }
    }
  }
}
