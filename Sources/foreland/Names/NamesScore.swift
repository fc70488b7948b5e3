import ArgumentParser
import Foundation
import Resolution
import Tables

/// `foreland names score`: the probability that the names of each row are one.
struct NamesScore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score pairs of names in a table.",
    discussion: """
      Reads a CSV with the columns name1 and name2 and writes the same rows and columns plus score, 0 to 1: how \
      likely the two \
      names are of one bearer, if half of the pairs were. A row whose name is empty or longer than \
      \(NameLimits.longestNameScalars) characters gets no score and is named on standard error. The exit status is 0 \
      when it is \
      done, 1 when the file is refused (with the row named), 2 for wrong usage.
      """)

  @Argument(help: "The table, or - for standard input.")
  var file: String

  /// How many remarks are printed before the rest is only counted.
  private static let mostRemarks = 20

  func run() throws {
    try tellingScenarioErrors {
      let table = try NameTable(path: file, columns: ["name1", "name2"])
      guard !table.has("score") else {
        throw ScenarioError(place: "\(file), row 1", reason: "there is a column score already")
      }
      let comparer = NameComparer()
      var output = [UInt8]()
      output += table.headingBytes
      output += Array(",score\n".utf8)
      var remarks = 0
      for row in table.rows {
        let first = PreparedName(table.text(row, "name1"))
        let second = PreparedName(table.text(row, "name2"))
        output += table.bytes(of: row)
        output.append(UInt8(ascii: ","))
        if !first.flaws.isUnusable, !second.flaws.isUnusable {
          output += Array(String(format: "%.6f", comparer.score(first, second)).utf8)
        }
        output.append(10)
        for (name, column) in [(first, "name1"), (second, "name2")] where !name.flaws.isEmpty {
          remarks += 1
          if remarks <= Self.mostRemarks { remark(name, "\(file), row \(row.number), \(column)") }
        }
      }
      if remarks > Self.mostRemarks { tell("foreland: and \(remarks - Self.mostRemarks) more remarks like these\n") }
      try writeWhole(Data(output), to: "-")
    }
  }

  private func remark(_ name: PreparedName, _ place: String) {
    let consequence = name.flaws.isUnusable ? "; it gets no score" : ""
    tell("foreland: \(place): \(name.flaws.words.joined(separator: "; "))\(consequence)\n")
  }
}
