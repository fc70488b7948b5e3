import Foundation
import Resolution

/// Reads and writes the files of resolving.
enum ResolveFiles {
  /// The records of a file.
  static func table(_ path: String, options: ResolveOptions) throws -> RecordTable {
    let data = try bytes(path)
    return try data.withUnsafeBytes { bytes in
      try TableFormat.shown(by: bytes).table(bytes) { share in
        ProgressLine.show(ResolutionProgress(stage: "reading \(path)", share: share))
      }
    }
  }

  private static func bytes(_ path: String) throws -> Data {
    if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
  }

  /// Writes text to a file, or to standard output for `-`.
  static func write(_ bytes: [UInt8], to path: String) throws {
    if path == "-" { return FileHandle.standardOutput.write(Data(bytes)) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}
