import Foundation

/// A path for a file of a test, removed with the value.
final class TemporaryFile {
  let path: String

  init(_ name: String) {
    path = NSTemporaryDirectory() + "foreland-weather-\(UUID().uuidString)-\(name)"
  }

  convenience init(_ name: String, text: String) throws {
    self.init(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
