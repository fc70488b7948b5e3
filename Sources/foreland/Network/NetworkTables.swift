import ArgumentParser
import Foundation
import Networks

/// A table of a file.
/// - Throws: exit status 1 with the row that cannot be read.
func readTable<Result>(_ path: String, _ read: (TableRows) throws(GraphFault) -> Result) throws -> Result {
  let bytes = try wholeFile(path)
  do throws(GraphFault) {
    return try read(try TableRows(bytes))
  } catch {
    throw refusal(path, error.row, error.message)
  }
}

/// A moment as people write it, in UTC.
func written(_ seconds: Int64) -> String {
  Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
}
