import ArgumentParser
import Foundation
import Resolution

/// `foreland resolve dedupe FILE`: the records of one file that are one entity.
struct ResolveDedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe", abstract: "Find the records of one file that are about one entity.")

  @Argument(help: "CSV, JSON Lines or FollowTheMoney; - is standard input.")
  var file: String
  @OptionGroup var options: ResolveOptions

  func run() throws {
    let table = try ResolveFiles.table(file, options: options)
    try ResolveRun(table: table, options: options).write()
  }
}
