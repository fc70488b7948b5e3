import Foundation
import Marking
import Resolution

/// Input that resolving refuses, with the file that it stands in.
struct ResolveRefusal: Error, CustomStringConvertible {
  let path: String
  let reason: String
  var description: String { "\(path): \(reason)" }
}

/// Reads and writes the files of resolving.
enum ResolveFiles {
  /// The longest input, in bytes.
  private static let mostBytes = 16 << 30

  /// The records of a file, in which every record has a key of its own.
  static func table(_ path: String, key: String) throws -> RecordTable {
    let table = try table(path)
    guard let column = table.column(key) else {
      throw ResolveRefusal(
        path: path, reason: "There is no column \(key); there are \(table.headings.joined(separator: ", ")).")
    }
    do { try table.checkKey(column) } catch { throw ResolveRefusal(path: path, reason: error.description) }
    return table
  }

  private static func table(_ path: String) throws -> RecordTable {
    let data = try bytes(path)
    do {
      return try data.withUnsafeBytes { bytes in
        try TableFormat.shown(by: bytes).table(bytes) { share in
          ProgressLine.show(ResolutionProgress(stage: "reading \(path)", share: share))
        }
      }
    } catch let fault as ResolutionFault {
      throw ResolveRefusal(path: path, reason: fault.description)
    }
  }

  private static func bytes(_ path: String) throws -> Data {
    if path == "-" {
      let data = try FileHandle.standardInput.read(upToCount: mostBytes) ?? Data()
      guard data.count < mostBytes else {
        throw ResolveRefusal(path: path, reason: "It is longer than \(mostBytes) bytes.")
      }
      return data
    }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw ResolveRefusal(path: path, reason: "It cannot be read: \(error.localizedDescription)")
    }
  }

  /// The judgements in a file.
  static func judgements(_ path: String) throws -> JudgementLog {
    var log = JudgementLog()
    try forEachRow(path, ["left", "right", "verdict", "officer", "date", "reason"]) { row, values in
      guard let verdict = Judgement.Verdict(rawValue: values[2]) else {
        throw ResolveRefusal(path: path, reason: "row \(row): “\(values[2])” is none of same, different, unsure.")
      }
      log.judge(
        Judgement(values[0], values[1], verdict, officer: values[3], date: values[4], reason: values[5]))
    }
    return log
  }

  /// The recorded decisions in a file.
  static func decisions(_ path: String) throws -> [ReuseDecision] {
    var decisions = [ReuseDecision]()
    try forEachRow(path, ["officer", "legalBasis", "item"]) { row, values in
      guard let decision = ReuseDecision(officer: values[0], legalBasis: values[1], item: values[2]) else {
        throw ResolveRefusal(
          path: path, reason: "row \(row): a decision names its officer, its legal basis and its item.")
      }
      decisions.append(decision)
    }
    return decisions
  }

  private static func forEachRow(
    _ path: String, _ headings: [String], _ body: (Int, [String]) throws -> Void
  ) throws {
    let table = try table(path)
    let columns = headings.compactMap(table.column)
    guard columns.count == headings.count else {
      throw ResolveRefusal(path: path, reason: "It needs the columns \(headings.joined(separator: ", ")).")
    }
    for record in 0..<table.count { try body(record + 2, columns.map { table.text(record, $0) ?? "" }) }
  }

  /// Writes bytes to a file, or to standard output for `-`.
  static func write(_ bytes: [UInt8], to path: String) throws {
    if path == "-" { return FileHandle.standardOutput.write(Data(bytes)) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw ResolveRefusal(path: path, reason: "It cannot be written: \(error.localizedDescription)")
    }
  }
}
