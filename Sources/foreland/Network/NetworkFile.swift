import ArgumentParser
import Foundation
import Networks
import Receivers

/// The file of links that a command reads, and how.
struct NetworkFile: ParsableArguments {
  @Argument(
    help:
      "Links: a list parted by blanks, a table with a heading, GraphML, GEXF or FollowTheMoney; - for standard input.")
  var edges: String
  @Option(help: "The column that a link leaves from; guessed when not given.")
  var source: String?
  @Option(help: "The column that it leads to.")
  var target: String?
  @Option(help: "The column of its weight.")
  var weight: String?
  @Option(help: "The column of its kind.")
  var kind: String?
  @Option(help: "The column of its time.")
  var time: String?
  @Option(name: .customLong("memory-megabytes"), help: "What the tables of names and links may use at most.")
  var memoryMegabytes = GraphLimits.usualMemoryBytes / 1_000_000

  func validate() throws {
    guard (1...1_000_000).contains(memoryMegabytes) else {
      throw ValidationError("The memory is 1 to 1000000 megabytes.")
    }
  }

  /// Reads the network and tells what was made of the file.
  /// - Throws: exit status 1 when it is refused.
  func read() throws -> Network {
    let columns = TableColumns(source: source, target: target, weight: weight, kind: kind, time: time)
    var reader = NetworkReader(columns: columns, mostBytes: memoryMegabytes * 1_000_000)
    var fault: GraphFault?
    do throws(FeedFailure) {
      try readChunks(of: edges, chunkBytes: 1 << 20) { chunk in
        guard fault == nil else { return }
        do throws(GraphFault) { try reader.take(chunk) } catch { fault = error }
      }
    } catch {
      tell("foreland: \(edges): \(error.message)\n")
      throw ExitCode(1)
    }
    do throws(GraphFault) {
      if let fault { throw fault }
      let network = try reader.finish()
      tell(network.notes.sentences.map { "\(edges): \($0)\n" }.joined())
      return network
    } catch {
      tell("foreland: \(edges)\(error.row > 0 ? ", row \(error.row)" : ""): \(error.message)\n")
      throw ExitCode(1)
    }
  }
}
