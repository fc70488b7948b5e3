import Foundation
import Outlook

/// Files in and out for the commands of the outlook.
enum OutlookFiles {
  /// The bytes of a file, or of standard input for `-`.
  /// - Throws: `OutlookError` when they cannot be read or are too many.
  static func bytes(_ path: String) throws -> [UInt8] {
    do {
      let handle = path == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      let data = try handle.read(upToCount: OutlookLimits.inputBytes + 1) ?? Data()
      guard data.count <= OutlookLimits.inputBytes else {
        throw OutlookError(place: path, reason: "it has more than \(OutlookLimits.inputBytes) bytes")
      }
      return [UInt8](data)
    } catch let error as OutlookError {
      throw error
    } catch {
      throw OutlookError(place: path, reason: "it cannot be read: \(error.localizedDescription)")
    }
  }

  /// A table of text, or the sheet of a workbook that has the wanted columns.
  static func table(_ path: String, columns: [String]) throws -> Sheet {
    let bytes = try bytes(path)
    guard ZipArchive.isArchive(bytes) else { return try CommaText.read(bytes, name: path) }
    let workbook = try Workbook(bytes, name: path)
    return try workbook.sheet(columns: columns)
  }

  /// Writes a file, or standard output for `-`.
  static func write(_ text: String, _ path: String) throws { try write(Data(text.utf8), path) }

  /// Writes a file, or standard output for `-`.
  static func write(_ data: Data, _ path: String) throws {
    guard path != "-" else {
      FileHandle.standardOutput.write(data)
      return
    }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw OutlookError(place: path, reason: "it cannot be written: \(error.localizedDescription)")
    }
  }

  /// Says something about the run, on standard error.
  static func say(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }

  /// Today in UTC: the latest day of which anything can be known.
  static var today: CalendarDay { CalendarDay(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) }
}
