import Desk
import Ledger
import Logging

/// Everything that can be set about a desk. The flags, the environment, the file, the help and the documentation are all
/// read from here.
enum SettingTable {
  static let store = Setting(
    name: "store", form: "PATH",
    meaning: "The store: a file, or a folder (ending in `/`) in which it is called `foreland.sqlite`.",
    usualWords: "must be set")
  static let keys = Setting(
    name: "keys", form: "PATH", meaning: "The key store, where it does not lie beside the store.",
    usualWords: "the store's path followed by `.keys`")
  static let listen = Setting(
    name: "listen", form: "HOST:PORT", meaning: "The address on which the desk answers.", usual: "127.0.0.1:8080")
  static let feed = Setting(
    name: "feed", form: "NAME[:FORMAT]=URL", meaning: "A feed and what the screen calls it.",
    usualWords: "no feed: the desk shows what the store holds", repeats: true)
  static let sensors = Setting(
    name: "sensors", form: "FILE",
    meaning:
      "A file of JSON that declares the sensors which show craft without transponders: a list, each with the name of its feed.",
    usualWords: "each sensor is as usual for its kind")
  static let cursorTo = Setting(
    name: "cot-to", form: "URL",
    meaning:
      "Where tracks and calls for help are sent as Cursor on Target: `udp://HOST:PORT`, `udp://GROUP@:PORT` or `tcp://HOST:PORT`.",
    usualWords: "nowhere", repeats: true)
  static let weather = Setting(
    name: "weather", form: "[wind=|current=]FILE",
    meaning:
      "A file of wind or current for the drift of boats: GRIB 2, NetCDF, or a table between commas, which is the wind unless `current=` stands before it. Read anew when it changes.",
    usualWords: "what somebody on watch says of the wind; else a spread is assumed", repeats: true)
  static let driftMembers = Setting(
    name: "drift-members", form: "NUMBER",
    meaning: "How many members a boat’s drift has.", kind: .number(DriftInputs.particleRange),
    usual: "\(DriftInputs.usualParticles)")
  static let share = Setting(
    name: "share", form: "FOLDER", meaning: "The folder with the desk's scripts, the vendor files and the chart.",
    usualWords: "`share/foreland` beside the binary's folder, `share` in the working folder, `/usr/share/foreland`")
  static let behindTLS = Setting(
    name: "behind-tls", form: "yes|no",
    meaning: "Whether browsers reach the desk through a proxy that ends TLS: its cookies are then for TLS alone.",
    kind: .choice, usual: "no")
  static let logLevel = Setting(
    name: "log-level", form: "LEVEL", meaning: "How much is logged.",
    kind: .word(Logger.Level.allCases.map(\.rawValue)), usual: Logger.Level.notice.rawValue)

  static let paperFolder = Setting(
    name: "paper-folder", form: "FOLDER",
    meaning: "Where the sheets of the picture and the log are written, to be printed when the desk is down.",
    usualWords: "the store's path followed by `.paper`")
  static let paperMinutes = Setting(
    name: "paper-minutes", form: "MINUTES", meaning: "How often the sheets are written; 0 for never.",
    kind: .number(0...1440), usual: "10")
  static let paperKeep = Setting(
    name: "paper-keep", form: "COUNT", meaning: "How many of the sheets are kept beside the latest.",
    kind: .number(1...1000), usual: "6")
  static let paperLanguage = Setting(
    name: "paper-language", form: "en|fr", meaning: "The language of the sheets that are written.",
    kind: .word(["en", "fr"]), usual: "en")

  static let publishTiles = Setting(
    name: "publish-tiles", form: "yes|no",
    meaning: "Whether anyone may read the latest checkpoint and the tiles of the ledger's tree, below `/tlog`.",
    kind: .choice, usual: "no")
  static let witnessFor = Setting(
    name: "witness-for", form: "KEY",
    meaning: "The key of a ledger whose checkpoints this desk cosigns, as `foreland ledger keys` prints it.",
    usualWords: "no ledger is witnessed", repeats: true)
  static let witness = Setting(
    name: "witness", form: "URL=KEY",
    meaning:
      "A witness that is asked to cosign this ledger's checkpoints: its prefix, such as `https://other.example/witness`, and its key.",
    usualWords: "nobody is asked", repeats: true)
  static let witnessEvery = Setting(
    name: "witness-every", form: "SECONDS",
    meaning: "How often a checkpoint is made and offered to witnesses, when something was appended.",
    kind: .number(1...86_400), usual: "60")

  static let reserveHours = Setting(
    name: "reserve-hours", form: "HOURS",
    meaning:
      "For how long entries about people in danger and the record are kept on a full disk; 0 holds nothing back.",
    kind: .number(0...8_760), usual: "\(ReservePlan.usual.hours)")
  static let reserveEntries = Setting(
    name: "reserve-entries", form: "NUMBER",
    meaning: "How many of them an hour that room is made for, each counted as 8 KiB.",
    kind: .number(1...10_000), usual: "\(ReservePlan.usual.entriesAnHour)")

  static let all =
    [
      store, keys, listen, feed, sensors, cursorTo, weather, driftMembers, share, behindTLS, logLevel, paperFolder,
      paperMinutes, paperKeep, paperLanguage,
      publishTiles, witnessFor, witness, witnessEvery, reserveHours, reserveEntries,
    ] + doors + link

  static subscript(_ name: String) -> Setting? { all.first { $0.name == name } }

  /// The variable that names a file, when `--configuration` does not.
  static let fileVariable = "FORELAND_CONFIGURATION"

  /// Variables that begin as ours do and set nothing about a desk: they belong to tests, benchmarks and fuzzing.
  static let otherVariables: Set<String> = [fileVariable, "FORELAND_DATA", "FORELAND_BINARY"]

  /// The name nearest to one that is none, where one is near.
  static func suggestion(for wrong: String, among names: [String] = all.map(\.name)) -> String? {
    let nearest = names.map { (name: $0, distance: distance(wrong, $0)) }.min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= max(1, nearest.name.count / 3) else { return nil }
    return nearest.name
  }

  /// How many letters must be put in, left out or replaced to make one word of the other (Levenshtein 1966).
  private static func distance(_ first: String, _ second: String) -> Int {
    let second = Array(second.prefix(100))
    var row = Array(0...second.count)
    for (index, letter) in first.prefix(100).enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in second.indices {
        let replaced = diagonal + (letter == second[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
