import ArgumentParser
import Desk

/// `foreland measures`: what `/metrics` tells, and what each number means.
struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures", abstract: "What the desk measures about itself, as the table of docs/measures.md.")

  func run() {
    print(MeasureText.markdown, terminator: "")
  }
}
