import Foundation
import Testing

/// The simulator as a process of its own: it takes over SQLite's files and Swift's tasks, which no other test could bear.
enum Simulator {
  struct Result {
    var status: Int32
    var text: String
  }

  static func run(_ arguments: String...) throws -> Result {
    let process = Process()
    let program = try #require(binary, "build first: foreland-simulate is not there")
    process.executableURL = program
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, text: String(decoding: output, as: UTF8.self))
  }

  /// It lies beside the tests.
  private static let binary: URL? = {
    let arguments = CommandLine.arguments
    let named = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] } ?? arguments[0]
    var folder = URL(fileURLWithPath: named).deletingLastPathComponent()
    while folder.path != "/" {
      let binary = folder.appending(path: "foreland-simulate")
      if FileManager.default.isExecutableFile(atPath: binary.path) { return binary }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }()
}
