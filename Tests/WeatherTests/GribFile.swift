import CEccodes
import Foundation
import Testing

/// GRIB messages written by ecCodes for a test.
struct GribFile {
  struct Message {
    var discipline = 0
    var category = 2
    var number = 2
    var surface = 103
    var level = 10
    var date = 20_211_124
    var hour = 0
    var forecastHour = 0
    var rows = 3
    var columns = 4
    var isFromNorth = true
    var gridType = "regular_ll"
    /// Values from the south-west on, row by row; nil is a point without one.
    var values: [Double?]
  }

  let file = TemporaryFile("test.grib2")
  var path: String { file.path }

  /// Latitudes 50, 50.5, 51 and longitudes 1, 1.25, 1.5, 1.75.
  init(_ messages: [Message]) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    for message in messages { try append(message) }
  }

  private func append(_ message: Message) throws {
    let sample = message.gridType == "regular_ll" ? "regular_ll_sfc_grib2" : "reduced_gg_sfc_grib2"
    let handle = try #require(codes_grib_handle_new_from_samples(nil, sample), "ecCodes has no samples here")
    defer { codes_handle_delete(handle) }
    func set(_ key: String, _ value: Int) { #expect(codes_set_long(handle, key, value) == CODES_SUCCESS, "\(key)") }
    set("discipline", message.discipline)
    set("dataDate", message.date)
    set("dataTime", message.hour * 100)
    set("stepRange", message.forecastHour)
    set("parameterCategory", message.category)
    set("parameterNumber", message.number)
    set("typeOfFirstFixedSurface", message.surface)
    set("scaleFactorOfFirstFixedSurface", 0)
    set("scaledValueOfFirstFixedSurface", message.level)
    if message.gridType == "regular_ll" { try setGrid(handle, message) }
    var length = 0
    var bytes: UnsafeRawPointer?
    #expect(codes_get_message(handle, &bytes, &length) == CODES_SUCCESS)
    let data = Data(bytes: try #require(bytes), count: length)
    let output = try #require(FileHandle(forWritingAtPath: path))
    try output.seekToEnd()
    try output.write(contentsOf: data)
    try output.close()
  }

  private func setGrid(_ handle: OpaquePointer, _ message: Message) throws {
    func set(_ key: String, _ value: Int) { #expect(codes_set_long(handle, key, value) == CODES_SUCCESS, "\(key)") }
    func set(_ key: String, _ value: Double) {
      #expect(codes_set_double(handle, key, value) == CODES_SUCCESS, "\(key)")
    }
    set("Ni", message.columns)
    set("Nj", message.rows)
    let north = 50 + 0.5 * Double(message.rows - 1)
    set("latitudeOfFirstGridPointInDegrees", message.isFromNorth ? north : 50)
    set("latitudeOfLastGridPointInDegrees", message.isFromNorth ? 50 : north)
    set("longitudeOfFirstGridPointInDegrees", 1.0)
    set("longitudeOfLastGridPointInDegrees", 1 + 0.25 * Double(message.columns - 1))
    set("iDirectionIncrementInDegrees", 0.25)
    set("jDirectionIncrementInDegrees", 0.5)
    set("jScansPositively", message.isFromNorth ? 0 : 1)
    set("bitsPerValue", 24)
    set("bitmapPresent", message.values.contains { $0 == nil } ? 1 : 0)
    set("missingValue", 9999.0)
    let ordered = message.values.indices.map { index in
      let (row, column) = (index / message.columns, index % message.columns)
      return message.values[(message.isFromNorth ? message.rows - 1 - row : row) * message.columns + column] ?? 9999
    }
    #expect(codes_set_double_array(handle, "values", ordered, ordered.count) == CODES_SUCCESS)
  }
}
