import ArgumentParser
import Foundation
import Resolution

/// `foreland resolve dedupe FILE`: the records of one file that are one entity.
struct ResolveDedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe", abstract: "Find the records of one file that are about one entity.",
    discussion: """
      Learns from the records themselves how to tell who is who; no labels are needed. The probabilities of pairs take into \
      account what else is in their clusters. It proposes; a person judges, and judgements are obeyed (--judgements).
      """)

  @Argument(help: "CSV, JSON Lines or FollowTheMoney; - is standard input.")
  var file: String
  @OptionGroup var options: ResolveOptions
  @OptionGroup var output: ResolveOutput

  func run() throws {
    try output.write(try ResolveRun(try ResolveFiles.table(file, key: options.key), options: options))
  }
}
