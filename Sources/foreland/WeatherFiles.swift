import Desk
import Foundation
import Geodesy
import Weather

/// The weather files of a desk, as the settings name them.
struct WeatherFiles {
  /// One file and what of it is read.
  struct Named {
    /// Nil for whatever it holds.
    var quantity: WeatherQuantity?
    var path: String
  }

  /// The most files of one desk.
  static let most = 32

  private let files: [Named]

  /// The files of the settings; nil where none is named.
  ///
  /// - Throws: `ConfigurationFault` when there are too many, or one asks for what a desk does not use.
  init?(_ configuration: Configuration) throws {
    let texts = configuration.all(SettingTable.weather)
    guard !texts.isEmpty else { return nil }
    guard texts.count <= Self.most else {
      throw configuration.fault(SettingTable.weather, "names more than \(Self.most) files")
    }
    files = try texts.map { text in
      for quantity in WeatherQuantity.allCases where text.hasPrefix("\(quantity.rawValue)=") {
        guard quantity != .waves else {
          throw configuration.fault(
            SettingTable.weather, "takes wind and current: leeway holds the waves of the wind already")
        }
        return Named(quantity: quantity, path: String(text.dropFirst(quantity.rawValue.count + 1)))
      }
      return Named(quantity: nil, path: text)
    }
  }

  /// How the desk reads them.
  var reader: WeatherReader {
    WeatherReader(stamp: { [self] in stamp }, read: { [self] in try stock() })
  }

  private var stamp: String {
    files.map { file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
      let size = (attributes?[.size] as? NSNumber)?.int64Value ?? -1
      return "\(file.path) \(Self.written(file.path)?.iso8601 ?? "none") \(size)"
    }.joined(separator: "\n")
  }

  private func stock() throws -> WeatherStock {
    var (winds, currents): ([WeatherStock.Source], [WeatherStock.Source]) = ([], [])
    for file in files {
      for (quantity, field) in try Self.fields(of: file) {
        let source = WeatherStock.Source(
          name: URL(fileURLWithPath: file.path).lastPathComponent, written: Self.written(file.path), field: field)
        if quantity == .wind { winds.append(source) } else { currents.append(source) }
      }
    }
    return WeatherStock(winds: winds, currents: currents)
  }

  /// What a file holds of wind and current, or of the one that is asked for.
  ///
  /// A table does not say what it is, and is the wind.
  private static func fields(of file: Named) throws -> [(WeatherQuantity, GriddedFlow)] {
    if let quantity = file.quantity { return [(quantity, try WeatherFile.flow(quantity, path: file.path))] }
    var found: [(WeatherQuantity, GriddedFlow)] = []
    var absence: WeatherFault?
    for quantity in [WeatherQuantity.wind, .current] {
      let read = Result { () throws(WeatherFault) in try WeatherFile.flow(quantity, path: file.path) }
      switch read {
      case .success(let field): found.append((quantity, field))
      case .failure(let fault):
        guard fault.isAbsence else { throw fault }
        absence = absence ?? fault
      }
      if try WeatherFile.isTable(path: file.path) { break }
    }
    if let absence, found.isEmpty { throw absence }
    return found
  }

  private static func written(_ path: String) -> Instant? {
    let date = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    return date.map { Instant(millisecondsSince1970: Int64($0.timeIntervalSince1970 * 1000)) }
  }
}
