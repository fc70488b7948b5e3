import ArgumentParser
import Desk
import Foundation
import Ledger

/// `foreland exercise score`: what a trainee made of a night, against its truth.
struct ExerciseScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score the reckoning of an exercise against the truth of its night.",
    discussion: "The exercise was played into the store with foreland exercise --serve --blind, and its desk has ended."
  )

  @Option(help: "The store into which the exercise was played.")
  var store: String

  @Option(help: "The language of the sentences: en or fr.")
  var language = "en"

  func validate() throws {
    guard ["en", "fr"].contains(language) else { throw ValidationError("--language takes en or fr.") }
  }

  func run() async throws {
    do {
      try await Self.say(StoreLocation(path: store), language)
    } catch let failure as ServeFailure {
      sayOnConsole(failure.description)
      throw ExitCode(1)
    } catch let error as LedgerError {
      sayOnConsole(error.description)
      throw ExitCode(1)
    }
  }

  /// Prints the score when a blind exercise is over; a night that ended before anybody called has none.
  static func sayAtTheEnd(_ store: StoreLocation) async throws {
    do {
      try await say(store, "en")
    } catch let failure as ServeFailure {
      sayOnConsole(failure.description)
    }
  }

  private static func say(_ store: StoreLocation, _ language: String) async throws {
    let lines = try await ExerciseScore.lines(of: store, language: language)
    for line in ["EXERCISE"] + lines { print(line) }
  }
}
