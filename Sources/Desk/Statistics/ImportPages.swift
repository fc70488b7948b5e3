import Crypto
import Foundation
import Geodesy
import Hummingbird
import Marking
import Operations
import Outlook

/// Taking in a published workbook or table at the desk.
extension Desk {
  func addImportPages(to router: Router<DeskContext>) {
    router.get("statistics/import") { request, context in try await showImport(request, context) }
    router.post("statistics/import", use: importStatistics)
  }

  @Sendable func showImport(
    _ request: Request, _ context: DeskContext, typed: [String: String] = [:], problem: FormFault? = nil,
    outcome: ImportPageView.Outcome? = nil
  ) async throws -> Response {
    let acting = try context.signedIn().acting
    try await centre.permit(.append, .statistics, as: acting)
    return ImportPageView(
      frame: frame(context), typed: typed, problem: problem, outcome: outcome, key: centre.surroundings.identifier()
    ).document.response(problem == nil ? .ok : .badRequest)
  }

  @Sendable func importStatistics(_ request: Request, _ context: DeskContext) async throws -> Response {
    guard let session = try context.signedIn().session else { throw DeskError(.form) }
    let acting = try context.signedIn().acting
    let form = try await UploadedForm(request)
    guard form.fields["token"] == session.pageToken else { throw DeskError(.form) }
    // Who may not keep series is told so before the table is read.
    try await centre.permit(.append, .statistics, as: acting)
    do {
      guard let file = form.files["file"], !file.bytes.isEmpty else { throw FormFault("statistics.fault.file") }
      let read = try SeriesImport(file, try words(form, file), breakdown(form), today: CalendarDay(StatisticDay(now())))
      guard !read.found.isEmpty else { throw FormFault("statistics.fault.nothing") }
      for (series, release) in read.found {
        try await centre.record(
          RecordRelease(release, of: series), as: acting, key: form["key"].map { "\($0)-\(series.id)" })
      }
      return try await showImport(
        request, context, outcome: .init(series: read.found.map(\.series), remarks: read.remarks))
    } catch let fault as FormFault {
      return try await showImport(request, context, typed: form.fields, problem: fault)
    } catch let error as OutlookError {
      let fault = FormFault("statistics.fault.read", ["reason": error.description])
      return try await showImport(request, context, typed: form.fields, problem: fault)
    } catch let error as OperationsError where [.invalid, .conflict, .limit].contains(error.code) {
      let fault = FormFault("statistics.fault.read", ["reason": error.message])
      return try await showImport(request, context, typed: form.fields, problem: fault)
    }
  }

  private func words(_ form: UploadedForm, _ file: UploadedForm.File) throws -> SeriesImport.Words {
    guard let released = form["released"].flatMap({ StatisticDay($0) }) else {
      throw FormFault("statistics.fault.released")
    }
    var final: StatisticDay?
    if let text = form["finalThrough"] {
      guard let day = StatisticDay(text) else { throw FormFault("statistics.fault.released") }
      final = day
    }
    guard let prefix = form["prefix"], let place = form["place"], let source = form["source"] else {
      throw FormFault("statistics.fault.words")
    }
    return SeriesImport.Words(
      prefix: prefix, place: place, route: form["route"].flatMap { StatisticSeries.Route(rawValue: $0) },
      source: source,
      released: released, finalThrough: final, note: form["note"] ?? "", countsDetections: form["detections"] != nil,
      fileHash: SHA256.hash(data: file.bytes).hexadecimal)
  }

  private func breakdown(_ form: UploadedForm) -> SeriesImport.Breakdown? {
    guard let date = form["date"], let value = form["value"] else { return nil }
    let column = form["column"]
    return SeriesImport.Breakdown(
      date: date, value: value, measure: form["measure"].flatMap { StatisticSeries.Measure(rawValue: $0) } ?? .arrivals,
      column: column,
      dimension: column == nil ? nil : form["dimension"].flatMap { StatisticSeries.Dimension(rawValue: $0) } ?? .kind)
  }
}

extension Sequence<UInt8> {
  /// The bytes as digits from 0 to f.
  var hexadecimal: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}

extension CalendarDay {
  /// The same day as the engine counts it.
  init(_ day: StatisticDay) {
    self.init(number: Int(day.midnight.millisecondsSince1970 / 86_400_000))
  }
}
