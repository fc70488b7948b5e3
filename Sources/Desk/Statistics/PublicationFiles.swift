import Crypto
import Geodesy
import Hummingbird
import Marking
import Operations
import Outlook

/// Our publications as files: an accessible workbook, and text with metadata.
extension Desk {
  func addPublicationPages(to router: Router<DeskContext>) {
    router.get("statistics/publications/:id/:file", use: showPublication)
    router.post("statistics/publish", use: issuePublication)
  }

  /// Counts above zero and under this are hidden.
  private static let threshold = 5

  @Sendable func showPublication(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    guard let id = context.parameters.get("id"), let file = context.parameters.get("file") else {
      throw DeskError(.notFound)
    }
    let publication = try await centre.open(publication: id, as: acting)
    guard let bytes = try await files(of: publication, acting)[file] else { throw DeskError(.notFound) }
    let type = file.hasSuffix(".ods") ? "application/vnd.oasis.opendocument.spreadsheet" : "text/csv; charset=utf-8"
    return .file(bytes, type: type, name: file)
  }

  @Sendable func issuePublication(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    let publication = try await centre.open(publication: form["publication"] ?? "", as: acting)
    let hashes = try await files(of: publication, acting).mapValues { SHA256.hash(data: $0).hexadecimal }
    try await centre.issue(IssuePublication(publication.id, files: hashes), as: acting, key: form["key"])
    return .see("/statistics#publication-\(publication.id)")
  }

  /// The files of a publication by their names; those of one that is out are made as its series were known then.
  private func files(of publication: StatisticPublication, _ acting: Acting) async throws -> [String: [UInt8]] {
    var asKnown = AsKnown.now
    // What it hangs on was appended before it, so it is known by the moment before.
    if let out = publication.published {
      asKnown = .sequence(try await centre.sequence(knownAt: out.adding(milliseconds: -1)))
    }
    let rule = try Suppression(threshold: Self.threshold)
    var tables: [Publication.SafeTable] = []
    for id in publication.series {
      let (series, releases) = try await centre.releases(of: id, newest: 1, asKnown, as: acting)
      guard let release = releases.last else { continue }
      tables.append(try Self.table(series, release, rule, number: tables.count + 1))
    }
    var notes = [Publication.Note.words(publication.rule)] + rule.clauses.map { .suppressed($0) }
    if centre.settings.exercise { notes.append(.words(Strings.english["chart.exercise"])) }
    let whole = Publication(
      title: publication.title, released: CalendarDay(StatisticDay(publication.published ?? publication.due)),
      nextRelease: nil, publisher: "\(centre.settings.name), \(centre.settings.agency)",
      notes: notes, revisionsPolicy: Strings.english["statistics.revisions.policy"],
      earlyAccess: publication.earlyReaders.map { reader in
        let hours = publication.due.seconds(since: reader.from) / 3600
        return .init(office: reader.post, reason: reader.reason, hoursBefore: Int(hours.rounded(.up)))
      }, tables: tables)
    let wording = Strings.english.publicationWording
    var files = ["\(publication.id).ods": WorkbookWriter.bytes(whole, wording)]
    for table in tables {
      files["\(publication.id)-\(table.name.lowercased()).csv"] = Array(whole.text(table, wording).utf8)
    }
    return files
  }

  private static func table(
    _ series: StatisticSeries, _ release: StatisticRelease, _ rule: Suppression, number: Int
  ) throws -> Publication.SafeTable {
    let count = release.parts.first?.figures.count ?? 0
    let days = (0..<count).map { series.period.day(release.first, plus: $0) }
    let figures = days.indices.map { index in
      release.parts.map { part -> Figure in
        switch part.figures[index] {
        case .number(let number): .known(number)
        case .notAvailable: .notAvailable
        case .blank: .blank
        }
      }
    }
    let measure = Strings.english["chart.measure.\(series.measure.rawValue)"]
    let table = try CountTable(
      title: series.title, corner: Strings.english["chart.column.\(series.period.rawValue)"],
      columns: release.parts.map { $0.label.isEmpty ? measure : $0.label }, rows: days.map(\.text), figures: figures)
    // A series that is one line of public totals has nothing to hide in it; parts of groups have.
    let safe = try release.parts.count > 1 ? rule : Suppression(threshold: 0)
    return Publication.SafeTable(
      name: "Table_\(number)", table, safe, total: Strings.english["publication.total"],
      isProvisional: release.finalThrough == nil)
  }
}
