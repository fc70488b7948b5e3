import Foundation

/// The bytes of a file, or of standard input for `-`.
/// - Throws: `ScenarioError` when it cannot be read.
func readWhole(_ path: String) throws -> Data {
  if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
  do {
    return try Data(contentsOf: URL(fileURLWithPath: path))
  } catch {
    throw ScenarioError(place: path, reason: "it cannot be read: \(error.localizedDescription)")
  }
}

/// Writes a result to a file, or to standard output for `-`.
/// - Throws: `ScenarioError` when it cannot be written.
func writeWhole(_ data: Data, to path: String) throws {
  if path == "-" { return FileHandle.standardOutput.write(data) }
  do {
    try data.write(to: URL(fileURLWithPath: path))
  } catch {
    throw ScenarioError(place: path, reason: "it cannot be written: \(error.localizedDescription)")
  }
}
