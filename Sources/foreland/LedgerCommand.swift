import ArgumentParser
import Foundation
import Ledger
import Operations

/// `foreland ledger`: the ledger of a store, checked, shown, carried and mended from the console.
///
/// What only reads (`verify`, `show`, `export`, `backup`, `prove`) works beside a running desk.
struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract:
      "Verify, show, export, back up, restore, prove, rebuild and measure a ledger, print its keys, erase from it.",
    discussion: "The exit status is 0 when it is done, 1 when it is refused or unsound, 2 for wrong usage.",
    subcommands: [
      LedgerVerify.self, LedgerShow.self, LedgerExport.self, LedgerBackup.self, LedgerRestore.self, LedgerProve.self,
      LedgerRebuild.self, LedgerErase.self, LedgerMeasure.self, LedgerKeys.self,
    ])
}

/// The store that a command works on, and how its failures are told.
struct LedgerOptions: ParsableArguments {
  @Option(help: "The store: a ledger's file, or the folder that holds it.")
  var store: String

  @Option(help: "The key store, when it does not lie beside the ledger.")
  var keys: String?

  var location: StoreLocation { StoreLocation(path: store, keys: keys) }

  /// Opens the ledger beside whoever writes it, and does the work.
  func read(_ work: (LedgerReader) throws -> Void) throws {
    try telling {
      let reader = try LedgerReader.open(location)
      defer { try? reader.close() }
      try work(reader)
    }
  }

  /// Turns the ledger's errors into words on standard error and exit status 1.
  func telling(_ work: () throws -> Void) throws {
    do { try work() } catch let error as LedgerError { try refuse(error) }
  }

  func refuse(_ error: LedgerError) throws {
    FileHandle.standardError.write(Data("foreland: \(error.description)\n".utf8))
    throw ExitCode(1)
  }
}

/// `foreland ledger show`: entries in words.
struct LedgerShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show entries, opened as far as their keys are kept.")

  @OptionGroup var options: LedgerOptions

  @Option(help: "The first entry to show; by default the last ones are shown.")
  var from: Int64?

  @Option(help: "How many entries to show.")
  var limit: Int = 20

  func run() throws {
    try options.read { reader in
      let head = try reader.head()
      print("\(reader.origin): \(head.size) entries")
      var next = from ?? max(1, head.size - Int64(clamping: limit) + 1)
      var remaining = limit
      // A reader gives so many at a time and no more.
      while remaining > 0 {
        let entries = try reader.entries(from: next, limit: remaining)
        guard let last = entries.last else { break }
        for entry in entries { print(words(entry)) }
        next = last.sequence + 1
        remaining -= entries.count
      }
    }
  }

  private func words(_ entry: Entry) -> String {
    var lines = [
      "\(entry.sequence)  \(time(entry.recordedMilliseconds))  \(entry.kind)  \(entry.aggregate) version "
        + "\(entry.version)  [\(entry.marking)]\(entry.clockStepped ? "  the clock had been set back" : "")",
      "    by \(entry.actor) of \(entry.agency) for \(entry.purpose), about \(time(entry.aboutMilliseconds))",
    ]
    if !entry.subjects.isEmpty { lines.append("    subjects: \(entry.subjects.joined(separator: ", "))") }
    lines += entry.parts.map { part in
      guard let bytes = part.bytes else { return "    \(part.name): \(part.state.rawValue)" }
      return "    \(part.name): " + (String(validating: bytes, as: UTF8.self) ?? "\(bytes.count) bytes")
    }
    return lines.map(printable).joined(separator: "\n")
  }

  private func time(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// What was typed by somebody must not steer the terminal of somebody else.
  private func printable(_ line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}

/// `foreland ledger export`: JSON Lines.
struct LedgerExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every entry as a line of JSON, or the tree as tiles.",
    discussion: """
      With --tiles the latest checkpoint and the tiles of its tree are written into a folder (C2SP tlog-tiles), for any \
      web server and any verifier. Tiles hold hashes and no entries, so the folder may be public.
      """)

  @OptionGroup var options: LedgerOptions

  @Flag(help: "Write the payload in plain too. Handle the file as the highest marking in it.")
  var opened = false

  @Option(help: "The file to write, which must not exist; - is standard output.")
  var out: String = "-"

  @Option(help: "Write tiles into this folder instead. One that holds earlier tiles of the ledger is continued.")
  var tiles: String?

  func validate() throws {
    guard tiles == nil || (!opened && out == "-") else {
      throw ValidationError("--tiles writes no entries, so --opened and --out say nothing.")
    }
  }

  func run() throws {
    try options.read { reader in
      if let tiles {
        let (written, size) = try reader.exportTiles(to: tiles)
        print("\(written) tiles written; the checkpoint is that of \(size) entries.")
        return
      }
      let output = try file()
      let count = try reader.export(opened: opened) { try output.write(contentsOf: Data($0)) }
      FileHandle.standardError.write(Data("\(count) entries exported.\n".utf8))
    }
  }

  private func file() throws -> FileHandle {
    if out == "-" { return .standardOutput }
    guard !FileManager.default.fileExists(atPath: out) else {
      throw LedgerError(.storeExists, "There is a file here already. Choose another path.", place: out)
    }
    guard FileManager.default.createFile(atPath: out, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: out)
    else { throw LedgerError(.denied, "The file cannot be made. Check the folder and its permissions.", place: out) }
    return handle
  }
}

/// `foreland ledger prove`: what a partner needs to check one entry, or that nothing was rewritten.
struct LedgerProve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", abstract: "Write the proof of an entry, or that one size of the ledger continues another.",
    discussion: """
      With --sequence: the entry's sealed bytes and the path from them to the root. With --from and --to: the path that \
      joins both roots. Hashes and bytes are base64. Without --size or --to, the latest signed checkpoint is used where \
      there is one.
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: "The entry to prove.")
  var sequence: Int64?

  @Option(help: "The size of the ledger for which it is proved.")
  var size: Int64?

  @Option(help: "The smaller size.")
  var from: Int64?

  @Option(help: "The larger size.")
  var to: Int64?

  func validate() throws {
    guard (sequence == nil) != (from == nil), sequence != nil || size == nil, from != nil || to == nil else {
      throw ValidationError("Give either --sequence, with --size if wanted, or --from, with --to if wanted.")
    }
  }

  func run() throws {
    try options.read { reader in
      let document = try ProofDocument(reader, sequence: sequence, size: size, from: from, to: to)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(document), as: UTF8.self))
    }
  }
}

/// A proof with all that a verifier needs.
private struct ProofDocument: Encodable {
  var origin: String
  var verifier: String
  var size: Int64
  var root: Data
  var path: [Data]
  var sequence: Int64?
  var sealed: Data?
  var oldSize: Int64?
  var oldRoot: Data?
  var checkpoint: String?

  init(_ reader: LedgerReader, sequence: Int64?, size: Int64?, from: Int64?, to: Int64?) throws {
    origin = reader.origin
    verifier = reader.verifierKey
    let least = sequence ?? from ?? 0
    let signed = try reader.checkpointSizes().last { $0.size >= least }
    self.size = try size ?? to ?? signed?.size ?? reader.head().size
    checkpoint = try reader.checkpointSizes().first { [size = self.size] in $0.size == size }?.note
    root = Data(try reader.head(size: self.size).rootHash)
    if let sequence {
      let proof = try reader.inclusionProof(of: sequence, size: self.size)
      self.sequence = sequence
      sealed = Data(try reader.sealedBytes(sequence) ?? [])
      path = proof.path.map { Data($0) }
    } else {
      oldSize = least
      oldRoot = Data(try reader.head(size: least).rootHash)
      path = try reader.consistencyProof(from: least, to: self.size).path.map { Data($0) }
    }
  }
}

extension LedgerReader {
  fileprivate func checkpointSizes() throws -> [(size: Int64, note: String)] {
    try checkpoints().compactMap { note in
      let lines = note.split(separator: "\n", maxSplits: 2)
      return lines.count > 1 ? Int64(lines[1]).map { ($0, note) } : nil
    }
  }
}

/// `foreland ledger rebuild`: views folded anew from the entries.
struct LedgerRebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Fold the views anew from the entries. Stop the desk first.")

  @OptionGroup var options: LedgerOptions

  @Option(help: "A view to fold anew; may be given again. By default all are.")
  var view: [String] = []

  func run() async throws {
    do {
      let location = options.location
      guard FileManager.default.fileExists(atPath: location.ledgerPath) else {
        throw LedgerError(.storeMissing, "There is no ledger here. Check the path.", place: location.ledgerPath)
      }
      let ledger = try Ledger.open(location, views: Centre.allViews())
      defer { try? ledger.close() }
      try await ledger.rebuild(views: view.isEmpty ? nil : view)
      print(
        "\(view.isEmpty ? "All views were" : view.joined(separator: ", ") + " was") folded anew from "
          + "\(ledger.head.size) entries\(try erasedWords(ledger)).")
    } catch let error as LedgerError {
      try options.refuse(error)
    }
  }

  /// Says what the views could not be given, because it has been erased.
  private func erasedWords(_ ledger: Ledger) throws -> String {
    let count = try ledger.reader.erasedEntryCount()
    return count == 0 ? "" : "; the contents of \(count) of them are erased in part or whole"
  }
}
