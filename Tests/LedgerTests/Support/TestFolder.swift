import Foundation

@testable import Ledger

/// A folder of its own for each test, removed with the value.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "ledger-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String { path + "/" + name }

  var location: StoreLocation { StoreLocation(path: path("foreland.sqlite")) }

  /// Every byte of every file in the folder, the logs beside the databases included.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      contents[name] = FileManager.default.contents(atPath: path(name))
    }
    return contents
  }
}
