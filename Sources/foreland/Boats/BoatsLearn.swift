import ArgumentParser
import Foundation
import Rescue

/// `foreland boats learn`: the numbers of the model, learned from nights with known truth.
struct BoatsLearn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Learn the numbers of the model from nights with known truth.",
    discussion: """
      Reads the truth of every night named, counts what can be counted, seeks the rest as the numbers that make the \
      evidence of the true boats likeliest, fits to the answers a layer that says how often people of a boat are lacking, \
      and writes Swift source: DiscriminationParameters+Learned.swift.
      """)

  @Argument(help: "The folders of the nights, each with truth.csv and boats.csv.")
  var nights: [String]
  @Option(help: "How often every number of the motion is sought anew.")
  var rounds = 10
  @Option(help: "How the nights were made, for the note in the source.")
  var note = "Learned from nights with known truth."

  func validate() throws {
    guard (1...1_000).contains(rounds) else { throw ValidationError("Rounds are 1 to 1000.") }
  }

  func run() throws {
    var learning = ParameterLearning(nights: try nights.map(NightTruth.labelled), start: .assumed)
    learning.count()
    learning.fitCounts()
    learning.fitMotion(rounds: rounds) { step, likelihood in
      FileHandle.standardError.write(Data("\(step): \(likelihood)\n".utf8))
    }
    learning.fitLacking()
    print(LearnedSource.text(learning.parameters, note: note), terminator: "")
  }
}
