internal import Foundation
public import Geodesy

/// Reads wind, current and waves from files: GRIB 2, NetCDF, or a table between commas.
///
/// The kind is told by the first bytes and not by the name. Grids are regular in latitude and longitude; others are refused.
public enum WeatherFile {
  /// The velocity field of a file.
  ///
  /// - Throws: `WeatherFault` when the file cannot be read, holds no such field, or holds it in a form that is not known.
  public static func flow(_ quantity: WeatherQuantity, path: String) throws(WeatherFault) -> GriddedFlow {
    let layers: FlowLayers
    switch try kind(path) {
    case .grib: layers = try GribReader(path: path).flow(quantity)
    case .netCDF: layers = try NetCDFReader(path: path).flow(quantity)
    case .text: layers = try CommaReader(path: path).flow()
    }
    return try layers.field(name: "\(quantity.rawValue) from \(path)", path: path)
  }

  /// Whether a file is a table between commas, which does not say what it holds.
  ///
  /// - Throws: `WeatherFault` when the file cannot be read.
  public static func isTable(path: String) throws(WeatherFault) -> Bool { try kind(path) == .text }

  private enum Kind {
    case grib, netCDF, text
  }

  private static func kind(_ path: String) throws(WeatherFault) -> Kind {
    guard let file = FileHandle(forReadingAtPath: path) else { throw WeatherFault(path, "it cannot be opened") }
    defer { try? file.close() }
    guard let start = try? file.read(upToCount: 8), !start.isEmpty else {
      throw WeatherFault(path, "it is empty, or cannot be read")
    }
    if start.starts(with: Array("GRIB".utf8)) { return .grib }
    if start.starts(with: Array("CDF".utf8)) || start.starts(with: [0x89, 0x48, 0x44, 0x46]) { return .netCDF }
    return .text
  }
}
