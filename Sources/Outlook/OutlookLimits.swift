/// The bounds of what the outlook takes from outside; past each of them input is refused by name.
public enum OutlookLimits {
  /// The most bytes of a table or workbook as it is handed in.
  public static let inputBytes = 256 << 20
  /// The most bytes of one part of a workbook after unpacking.
  public static let unpackedBytes = 512 << 20
  /// The most members of a workbook's archive.
  public static let archiveMembers = 4096
  /// The most sheets of a workbook.
  public static let sheets = 256
  /// The most rows of a sheet or table.
  public static let rows = 2_000_000
  /// The most columns of a sheet or table.
  public static let columns = 4096
  /// The most cells of a sheet or table, since repeated cells cost a file next to nothing.
  public static let cells = 20_000_000
  /// The deepest nesting of a workbook's elements.
  public static let elementDepth = 256
  /// The most bytes of one row of a table.
  public static let rowBytes = 16 << 20
  /// The most bytes of one cell.
  public static let cellBytes = 1 << 20
  /// The most periods of a series.
  public static let periods = 200_000
  /// The fewest known values from which anything is forecast.
  public static let fewestValues = 10
  /// The farthest horizon, in periods.
  public static let horizon = 400
  /// The most origins of one backtest.
  public static let origins = 5_000
  /// The most columns of weather.
  public static let weatherColumns = 16
}
