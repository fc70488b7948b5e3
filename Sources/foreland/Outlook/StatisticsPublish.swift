import ArgumentParser
import Foundation
import Outlook

/// `foreland statistics publish`: a table of counts to an accessible workbook or to text with metadata, small counts
/// hidden.
struct StatisticsPublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish a table of counts as ODS or CSV, small counts hidden.",
    discussion: """
      With --rows, --columns and --value a long table becomes a table of counts with totals. Counts above zero and \
      under --threshold \
      are hidden, and so are further ones from which they could be worked out; then all are rounded. The notes say so.
      """)

  @Argument(help: "A table with commas, semicolons or tabs, or an ODS workbook; - for standard input.")
  var file: String
  @Option(help: "The breakdown that makes the rows.")
  var rows: String
  @Option(help: "The breakdown that makes the columns; without it, a single column of counts.")
  var columns: String?
  @Option(help: "The column of counts.")
  var value: String
  @Option(help: "The title.")
  var title: String
  @Option(help: "Who publishes, and whom to ask.")
  var publisher: String
  @Option(help: "The day of the release.")
  var released: String
  @Option(help: "The day of the next release.")
  var next: String?
  @Option(help: "A note; as often as wanted.")
  var note: [String] = []
  @Option(help: "How and when figures are revised.")
  var revisions = "Figures are provisional until the quarterly release; revised figures are marked."
  @Option(help: "OFFICE:HOURS:REASON of somebody who saw the figures before; as often as needed.")
  var earlyAccess: [String] = []
  @Option(help: "Counts above zero and under this are hidden.")
  var threshold = 5
  @Option(help: "Counts are rounded to a multiple of this.")
  var round = 1
  @Flag(help: "Mark every figure as provisional.")
  var provisional = false
  @Option(help: "The language of the text, en-GB or fr-FR.")
  var language = "en-GB"
  @Option(help: "Where to write; a name that ends in .ods makes a workbook, any other text with metadata.")
  var out: String

  func validate() throws {
    for day in [released, next].compactMap({ $0 }) where CalendarDay(text: day) == nil {
      throw ValidationError("\(day) is no date such as 2025-09-01.")
    }
  }

  func run() throws {
    let wanted = [rows, columns, value].compactMap { $0 }
    let table = try CountTable(
      try OutlookFiles.table(file, columns: wanted), rows: rows, columns: columns, value: value, title: title)
    let rule = try Suppression(threshold: threshold, roundedTo: round)
    let day = CalendarDay(text: released) ?? OutlookFiles.today
    var calendar = ReleaseCalendar()
    try calendar.announce(title, on: day)
    for access in earlyAccess { try calendar.grant(try Self.access(access), to: title, on: day) }
    let safe = Publication.SafeTable(name: "Table_1", table, rule, total: "Total", isProvisional: provisional)
    let publication = Publication(
      title: title, released: day, nextRelease: next.flatMap { CalendarDay(text: $0) }, publisher: publisher,
      notes: note.map { .words($0) } + rule.clauses.map { .suppressed($0) }, revisionsPolicy: revisions,
      earlyAccess: calendar.entries[0].earlyAccess, tables: [safe])
    if out.lowercased().hasSuffix(".ods") {
      try OutlookFiles.write(Data(WorkbookWriter.bytes(publication, .english, language: language)), out)
    } else {
      try OutlookFiles.write(publication.text(safe, .english), out)
    }
    let hidden = rule.apply(table).joined()
    OutlookFiles.say(
      "\(hidden.count { $0 == .small }) small counts are hidden, "
        + "\(hidden.count { $0 == .secondary }) more so that they cannot be worked out."
    )
  }

  private static func access(_ text: String) throws -> ReleaseCalendar.EarlyAccess {
    let parts = text.split(separator: ":", maxSplits: 2).map(String.init)
    guard parts.count == 3, let hours = Int(parts[1]) else {
      throw ValidationError("--early-access is OFFICE:HOURS:REASON.")
    }
    return ReleaseCalendar.EarlyAccess(office: parts[0], reason: parts[2], hoursBefore: hours)
  }
}
