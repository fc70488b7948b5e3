import ArgumentParser
import Foundation
import Resolution

/// `foreland resolve explain FILE LEFT RIGHT`: why two records are one entity, or not.
struct ResolveExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say step by step why two records are about one entity or are not.")

  @Argument(help: "CSV, JSON Lines or FollowTheMoney; - is standard input.")
  var file: String
  @Argument(help: "The key of one record.")
  var left: String
  @Argument(help: "The key of the other.")
  var right: String
  @OptionGroup var options: ResolveOptions

  func run() throws {
    let run = try ResolveRun(try ResolveFiles.table(file, key: options.key), options: options)
    let places = run.table.places(run.key)
    guard let one = places[left], let other = places[right] else {
      throw ResolveRefusal(path: file, reason: "There is no record \(places[left] == nil ? left : right).")
    }
    print(Waterfall(run.clean, one, other, learned: run.answer.learned, names: run.names).text)
    let pair = run.answer.pairs.first { [Int($0.left), Int($0.right)].sorted() == [one, other].sorted() }
    let isOne = run.answer.clusters[one] == run.answer.clusters[other]
    let together = pair.map { String(format: " (%.2f %%)", $0.probability * 100) } ?? ""
    print("with all that is known of their clusters: \(isOne ? "one entity" : "not one entity")\(together)")
  }
}
