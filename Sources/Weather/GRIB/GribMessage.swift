internal import CEccodes
internal import Geodesy

/// One message of a GRIB file.
///
/// It owns a handle of the library, which is released with it.
struct GribMessage: ~Copyable {
  private let handle: OpaquePointer
  private let place: String

  /// - Parameter place: file and message, for faults.
  init(_ handle: OpaquePointer, place: String) {
    self.handle = handle
    self.place = place
  }

  deinit { codes_handle_delete(handle) }

  /// A whole number of the message.
  func whole(_ key: String) throws(WeatherFault) -> Int {
    var value = 0
    let code = codes_get_long(handle, key, &value)
    guard code == CODES_SUCCESS else { throw fault(key, code) }
    return value
  }

  /// A number of the message.
  func number(_ key: String) throws(WeatherFault) -> Double {
    var value = 0.0
    let code = codes_get_double(handle, key, &value)
    guard code == CODES_SUCCESS else { throw fault(key, code) }
    return value
  }

  /// A word of the message.
  func word(_ key: String) throws(WeatherFault) -> String {
    var bytes = [CChar](repeating: 0, count: 256)
    var length = bytes.count
    let code = codes_get_string(handle, key, &bytes, &length)
    guard code == CODES_SUCCESS else { throw fault(key, code) }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The values in the order of the message; not a number where there is none.
  func values(count: Int) throws(WeatherFault) -> [Float] {
    var missing = Self.missing
    _ = codes_set_double(handle, "missingValue", missing)
    var size = 0
    let sizeCode = codes_get_size(handle, "values", &size)
    guard sizeCode == CODES_SUCCESS else { throw fault("values", sizeCode) }
    guard size == count else { throw WeatherFault(place, "it has \(size) values for \(count) points") }
    var values = [Double](repeating: 0, count: size)
    let code = codes_get_double_array(handle, "values", &values, &size)
    guard code == CODES_SUCCESS else { throw fault("values", code) }
    missing = (try? number("missingValue")) ?? missing
    return values.map { $0 == missing ? .nan : Float($0) }
  }

  /// A number that stands for none, and that no field of weather reaches.
  private static let missing = 1e20

  private func fault(_ key: String, _ code: Int32) -> WeatherFault {
    WeatherFault(place, "its \(key) cannot be read: \(String(cString: codes_get_error_message(code)))")
  }
}
