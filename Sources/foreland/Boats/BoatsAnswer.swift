import ArgumentParser
import Foundation
import Rescue
import Tables

/// `foreland boats NIGHT_DIR ANSWER_DIR`: reads a night and writes what its reports are about.
struct BoatsAnswer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Read a night and write its boats.",
    discussion: """
      Reads reports.csv, recoveries.csv and environment.csv of a night and writes assignment.csv (item,boat), boats.csv \
      (boat,unaccounted: the probability that somebody who was aboard is not accounted for) and count.csv \
      (least,likely,most: the 90 % interval and the best single number). It informs; a person decides and closes.
      """)

  @Argument(help: "The folder of the night.")
  var night: String
  @Argument(help: "The folder to write into; it is made when it is not there.")
  var answer: String
  @Option(help: "The seed of the sampling: the same seed gives the same answer.")
  var seed: UInt64 = 1

  func run() throws {
    var discriminator = BoatDiscriminator(seed: seed)
    let picture = discriminator.picture(of: try NightFiles.evidence(night))
    try AnswerFiles.write(picture, to: answer)
  }
}

/// The files of an answer.
enum AnswerFiles {
  /// Writes assignment.csv, boats.csv and count.csv.
  static func write(_ picture: BoatPicture, to folder: String) throws {
    var assignment = "item,boat\n"
    for (item, boat) in picture.boatOf.sorted(by: { $0.key < $1.key }) {
      assignment += "\(item.text.asField),b\(boat)\n"
    }
    var boats = "boat,unaccounted\n"
    for (number, boat) in picture.boats.enumerated() { boats += "b\(number),\(boat.unaccounted)\n" }
    let count = "least,likely,most\n\(picture.count.least),\(picture.count.likely),\(picture.count.most)\n"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (name, text) in [("assignment.csv", assignment), ("boats.csv", boats), ("count.csv", count)] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
      }
    } catch {
      throw ScenarioError(place: folder, reason: "it cannot be written: \(error.localizedDescription)")
    }
  }
}
