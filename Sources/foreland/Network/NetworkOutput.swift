import ArgumentParser
import Foundation
import Networks

/// Rows of `node,value` on their way to a file.
struct NetworkOutput {
  private var bytes: [UInt8]

  /// - Parameter heading: the names of the columns, with commas between them.
  init(_ heading: String) { bytes = Array((heading + "\n").utf8) }

  /// Adds a row: the name of a node, quoted where it must be, and what is said of it.
  mutating func add(_ name: ArraySlice<UInt8>, _ value: String) {
    Self.write(name, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    bytes += Array(value.utf8)
    bytes.append(10)
  }

  /// Adds a row of fields, quoted where they must be.
  mutating func add(_ fields: [String]) {
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      Self.write(Array(field.utf8)[...], to: &bytes)
    }
    bytes.append(10)
  }

  private static func write(_ field: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    guard field.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else {
      bytes += field
      return
    }
    bytes.append(34)
    for byte in field {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }

  /// Writes all of it to a file, or to standard output for `-`.
  /// - Throws: exit status 1 when it cannot be written.
  func write(to path: String) throws { try writeFile(bytes, to: path) }
}

/// Writes bytes to a file, or to standard output for `-`.
/// - Throws: exit status 1 when they cannot be written.
func writeFile(_ bytes: [UInt8], to path: String) throws {
  if path == "-" { return bytes.withUnsafeBytes { writeAll($0, to: 1) } }
  do { try Data(bytes).write(to: URL(fileURLWithPath: path)) } catch {
    tell("foreland: \(path): it cannot be written: \(error.localizedDescription)\n")
    throw ExitCode(1)
  }
}
