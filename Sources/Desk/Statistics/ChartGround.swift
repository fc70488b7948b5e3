import Foundation
import Geodesy
import Operations

/// What the charts of a series are made from: its vintages as known at a moment, and the series beside it.
struct ChartGround: Sendable {
  var series: StatisticSeries
  /// Its vintages, oldest first; there is one at least.
  var releases: [StatisticRelease]
  /// Every series that is here.
  var all: [StatisticSeries]
  /// The past moment that is looked at; nil for now.
  var moment: Instant?
  var strings: Strings

  /// Its newest vintage.
  var newest: StatisticRelease { releases[releases.count - 1] }

  /// A chart by its name, nil when the series has none of that kind.
  /// - Parameter part: the label of the part that it is of, where the series has several.
  func chart(_ name: ChartName, part: String? = nil) async throws -> Chart? {
    switch name {
    case .published: published
    }
  }

  /// The address of a chart's values.
  func address(_ name: ChartName, part: String? = nil) -> String {
    var address = "/api/charts/\(name.rawValue)?series=\(series.id)"
    if let part { address += "&part=\(part.addressed)" }
    if let moment { address += "&at=\(moment.iso8601.addressed)" }
    return address
  }

  /// What has to be known of the series to read any chart of it right.
  var notes: [String] {
    var notes: [String] = []
    if series.countsDetections { notes.append(strings["chart.detections"]) }
    if newest.exercise { notes.append(strings["chart.exercise"]) }
    if let final = newest.finalThrough {
      notes.append(strings("chart.finalThrough", ["day": final.text]))
    } else {
      notes.append(strings["chart.provisional"])
    }
    if !newest.note.isEmpty { notes.append(strings("chart.sourceSays", ["note": newest.note])) }
    return notes
  }

  /// Where the figures are from, for the end of a caption.
  var source: String { strings("chart.source", ["source": newest.source, "day": newest.released.text]) }
}

extension String {
  /// The text as a value in an address.
  var addressed: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
