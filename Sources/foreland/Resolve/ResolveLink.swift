import ArgumentParser
import Foundation
import Resolution

/// `foreland resolve link A B`: the records of one file that are one entity with records of another.
struct ResolveLink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Find the records of two files that are about one entity.",
    discussion: "Only pairs across the files are compared; clusters are over both.")

  @Argument(help: "The first file.")
  var first: String
  @Argument(help: "The second file.")
  var second: String
  @OptionGroup var options: ResolveOptions
  @OptionGroup var output: ResolveOutput

  func run() throws {
    let one = try ResolveFiles.table(first, key: options.key)
    let other = try ResolveFiles.table(second, key: options.key)
    try output.write(try ResolveRun(try one.joined(with: other), options: options))
  }
}
