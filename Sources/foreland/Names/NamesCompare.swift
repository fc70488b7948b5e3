import ArgumentParser
import Foundation
import Resolution

/// `foreland names compare`: two names, and why.
struct NamesCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare two names and say why.",
    discussion:
      "Prints how each name was read, which words were laid together, and what weighs for and against, in bits.")

  @Argument(help: "One name, in any script.")
  var first: String
  @Argument(help: "The other name.")
  var second: String

  func run() throws {
    let (one, two) = (PreparedName(first), PreparedName(second))
    print(NameComparer().explain(one, two).text)
    if one.flaws.isUnusable || two.flaws.isUnusable {
      tell("foreland: a name that is empty or too long cannot be compared\n")
      throw ExitCode(1)
    }
  }
}
