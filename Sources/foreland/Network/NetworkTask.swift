import ArgumentParser
import Foundation
import Networks
import Receivers

/// What may be taken out of a network and what it costs, out of files.
struct NetworkTask {
  /// A table `node,cost`.
  var costs: String?
  /// A list of nodes, one a line.
  var keep: String?

  /// The task for a network.
  /// - Throws: exit status 1 when a file cannot be read, with the row.
  func disruption(of network: Network) throws -> Disruption {
    guard costs != nil || keep != nil else { return Disruption(graph: network.graph()) }
    let numbers = network.names.numbers
    var prices = [Double](repeating: 1, count: network.names.count)
    var isRemovable = [Bool](repeating: true, count: network.names.count)
    func node(_ name: some StringProtocol, _ path: String, _ row: Int) throws -> Int {
      guard let node = numbers[String(name)] else {
        throw refusal(path, row, "its node is not in the network")
      }
      return node
    }
    if let costs {
      for row in try readTable(costs, { $0.rows }) {
        guard let cost = Double(row[1]), cost > 0, cost.isFinite else {
          throw refusal(costs, row.number, "it is not node,cost with a cost above 0")
        }
        prices[try node(row[0], costs, row.number)] = cost
      }
    }
    if let keep {
      for (row, line) in try lines(of: keep) { isRemovable[try node(line, keep, row)] = false }
    }
    return Disruption(graph: network.graph(), costs: prices, isRemovable: isRemovable)
  }

  private func lines(of path: String) throws -> [(row: Int, line: Substring)] {
    let text = String(decoding: try wholeFile(path), as: UTF8.self)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { ($0.offset + 1, $0.element) }.filter { !$0.1.isEmpty }
  }
}

/// The most bytes of a file that is read as a whole.
private let mostWholeFileBytes = 1 << 28

/// All bytes of a file.
/// - Throws: exit status 1 when it cannot be read or is too large.
func wholeFile(_ path: String) throws -> [UInt8] {
  var bytes = [UInt8]()
  do throws(FeedFailure) {
    try readChunks(of: path) { if bytes.count <= mostWholeFileBytes { bytes += $0 } }
  } catch {
    throw refusal(path, 0, error.message)
  }
  guard bytes.count <= mostWholeFileBytes else {
    throw refusal(path, 0, "it is larger than \(mostWholeFileBytes) bytes")
  }
  return bytes
}

/// Tells why a file is refused.
/// - Returns: exit status 1, to be thrown.
func refusal(_ path: String, _ row: Int, _ reason: String) -> ExitCode {
  tell("foreland: \(path)\(row > 0 ? ", row \(row)" : ""): \(reason)\n")
  return ExitCode(1)
}
