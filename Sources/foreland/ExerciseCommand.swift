import ArgumentParser
import Desk
import Exercise
import Foundation
import Geodesy
import Ledger
import Operations

/// `foreland exercise`: a synthetic night, marked EXERCISE in all that it leaves behind.
struct ExerciseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise", abstract: "Make a synthetic night in the strait, with known truth.",
    subcommands: [ExerciseNightCommand.self, ExerciseScoreCommand.self], defaultSubcommand: ExerciseNightCommand.self)
}

/// The night itself: what `foreland exercise` does unless it is told otherwise.
struct ExerciseNightCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "night", abstract: "Write a night into a store or files, or play it into a desk.",
    discussion: """
      Write it into a store, as NMEA sentences to a file, or play it into a desk with --serve: its traffic, and the calls, \
      crews, assets and weather of its rescue. With --blind the watch is a trainee's, whom foreland exercise score scores.
      """)

  @Option(help: "The night is made from this number alone.")
  var seed: UInt64 = 1

  @Option(help: "How long it lasts.")
  var hours = 8.0

  @Option(help: "When it begins, as 2026-01-15T18:00:00Z; now, when it is played into a desk.")
  var start: String?

  @Option(help: "Ships on the North Sea and the Channel beyond those of the strait, for trying out loads.")
  var vessels = 0

  @Option(help: "Write the night's AIS sentences to this file; - is standard output.")
  var nmea: String?

  @Option(help: "Write every feed of the night, radars and drone among them, and its truth into this folder.")
  var sensorFiles: String?

  @Flag(help: "Play it into a desk.")
  var serve = false

  @Option(help: "How many times faster than the clock it plays into the desk.")
  var pace = 1.0

  @Flag(help: "Join the night two minutes before its first call, not at its beginning.")
  var fromFirstCall = false

  @Flag(help: "Leave the watch to a trainee: reports are tied to no boat, nothing is counted, and the end is a score.")
  var blind = false

  @Flag(help: "Play it into two desks, one a centre, joined over TLS; the second listens on the next port.")
  var twoCentres = false

  @OptionGroup var place: DeskPlace

  /// A night begins here when nothing is said, so that the same seed gives the same bytes.
  static let usualStart = "2026-01-15T18:00:00Z"

  func validate() throws {
    guard hours > 0, hours <= Night.greatestHours else {
      throw ValidationError("--hours takes a number up to \(Int(Night.greatestHours)).")
    }
    guard NightPlayer.paces.contains(pace) else { throw ValidationError("--pace takes a number from 0.01 to 10000.") }
    guard (0...100_000).contains(vessels) else { throw ValidationError("--vessels takes a number up to 100000.") }
    guard serve || !(blind || twoCentres || fromFirstCall) else {
      throw ValidationError("--blind, --two-centres and --from-first-call go with --serve.")
    }
    guard nmea != nil || sensorFiles != nil || place.store != nil else {
      throw ValidationError("Name a --store, a file with --nmea, or a folder with --sensor-files.")
    }
  }

  func run() async throws {
    let scale: Night.Scale = vessels > 0 ? .openSea(vessels: vessels) : .strait
    if serve { return try await serveDesk(scale) }
    guard let begin = Instant.parse(start ?? Self.usualStart) else {
      throw ValidationError("--start takes a time such as \(Self.usualStart).")
    }
    if let nmea { try writeSentences(Night(seed: seed, start: begin, hours: hours, scale: scale), to: nmea) }
    if let sensorFiles {
      try writeSensors(Night(seed: seed, start: begin, hours: hours, scale: scale), to: sensorFiles)
    }
    guard let store = place.store else { return }
    do {
      let outcome = try await ExerciseWriter.write(
        seed: seed, start: begin, hours: hours, into: StoreLocation(path: store, keys: place.keys))
      say(
        "EXERCISE night \(seed): \(outcome.sentences) sentences, \(outcome.tracks) craft at its end, \(outcome.entries) entries in the ledger."
      )
    } catch let failure as ServeFailure {
      FileHandle.standardError.write(Data("foreland: \(failure)\n".utf8))
      throw ExitCode(1)
    }
  }

  private func serveDesk(_ scale: Night.Scale) async throws {
    // Never the store that a file or the environment names for real traffic.
    guard place.store != nil else { throw ValidationError("--serve needs a --store.") }
    let configuration = try place.settings()
    var options = try place.options(configuration)
    var plan = ServeOptions.ExercisePlan(seed: seed, hours: hours, pace: pace, scale: scale)
    plan.isBlind = blind
    if fromFirstCall { plan.joinBeforeFirstCall(now: Surroundings.live.now()) }
    options.exercise = plan
    if twoCentres {
      try await serveBoth(options, configuration)
    } else {
      try await place.serve(options, configuration)
    }
    if blind { try await ExerciseScoreCommand.sayAtTheEnd(options.store) }
  }

  /// Serves both centres until both have ended.
  private func serveBoth(_ options: ServeOptions, _ configuration: Configuration) async throws {
    let folder = URL(fileURLWithPath: options.store.ledgerPath + ".centres", isDirectory: true)
    let both: (home: ServeOptions, other: ServeOptions)
    do {
      both = try await TwoCentres.join(options, in: folder)
    } catch let failure as ServeFailure {
      sayOnConsole(failure.description)
      throw ExitCode(1)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for options in [both.home, both.other] {
        group.addTask { try await place.serve(options, configuration, centre: options.link.centre) }
      }
      try await group.waitForAll()
    }
  }

  private func writeSensors(_ night: Night, to folder: String) throws {
    do {
      try SensorFiles.write(night, to: folder)
    } catch {
      let reason = error.localizedDescription
      FileHandle.standardError.write(Data("foreland: \(folder) cannot be written: \(reason)\n".utf8))
      throw ExitCode(1)
    }
  }

  private func writeSentences(_ night: Night, to path: String) throws {
    let handle: FileHandle
    if path == "-" {
      handle = .standardOutput
    } else {
      guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
      else {
        FileHandle.standardError.write(Data("foreland: \(path) cannot be written.\n".utf8))
        throw ExitCode(1)
      }
      handle = file
    }
    var waiting = Data()
    for sentence in night.sentences() {
      waiting.append(contentsOf: sentence.line)
      if waiting.count >= 1 << 20 {
        try handle.write(contentsOf: waiting)
        waiting.removeAll(keepingCapacity: true)
      }
    }
    try handle.write(contentsOf: waiting)
  }
}
