internal import CNetCDF

/// An open NetCDF file, closed with its last use.
struct NetCDFFile: ~Copyable {
  let path: String
  private let number: Int32

  init(path: String) throws(WeatherFault) {
    self.path = path
    var number: Int32 = 0
    // What goes wrong is said in a fault, and not printed by the library.
    _ = H5Eset_auto2(0, nil, nil)
    let code = nc_open(path, NC_NOWRITE, &number)
    guard code == NC_NOERR else { throw WeatherFault(path, "it is damaged or cannot be read: \(Self.text(code))") }
    self.number = number
  }

  deinit { nc_close(number) }

  /// The names of all variables, in the order of the file.
  func variables() throws(WeatherFault) -> [String] {
    var count: Int32 = 0
    try check(nc_inq_nvars(number, &count), "its variables")
    var names = [String]()
    for variable in 0..<count {
      var name = [CChar](repeating: 0, count: Int(NC_MAX_NAME) + 1)
      try check(nc_inq_varname(number, variable, &name), "the name of variable \(variable)")
      names.append(Self.string(name))
    }
    return names
  }

  /// The names and lengths of the dimensions of a variable.
  func dimensions(of variable: String) throws(WeatherFault) -> [(name: String, length: Int)] {
    let identifier = try identifier(variable)
    var count: Int32 = 0
    try check(nc_inq_varndims(number, identifier, &count), "the dimensions of \(variable)")
    var identifiers = [Int32](repeating: 0, count: Int(count))
    try check(nc_inq_vardimid(number, identifier, &identifiers), "the dimensions of \(variable)")
    var dimensions = [(name: String, length: Int)]()
    for dimension in identifiers {
      var name = [CChar](repeating: 0, count: Int(NC_MAX_NAME) + 1)
      var length = 0
      try check(nc_inq_dim(number, dimension, &name, &length), "the dimensions of \(variable)")
      dimensions.append((Self.string(name), length))
    }
    return dimensions
  }

  /// A part of a variable as numbers of 64 bits, packed as the file has them.
  func numbers(of variable: String, from start: [Int], count: [Int]) throws(WeatherFault) -> [Double] {
    var values = [Double](repeating: 0, count: count.reduce(1, *))
    try check(
      nc_get_vara_double(number, try identifier(variable), start, count, &values), "the values of \(variable)")
    return values
  }

  /// An attribute in words, or nil when there is none.
  func text(_ attribute: String, of variable: String) -> String? {
    var length = 0
    guard let identifier = try? identifier(variable),
      nc_inq_attlen(number, identifier, attribute, &length) == NC_NOERR, length > 0, length <= Self.mostTextBytes
    else { return nil }
    var kind: nc_type = 0
    guard nc_inq_atttype(number, identifier, attribute, &kind) == NC_NOERR, kind == NC_CHAR else { return nil }
    var bytes = [CChar](repeating: 0, count: length + 1)
    guard nc_get_att_text(number, identifier, attribute, &bytes) == NC_NOERR else { return nil }
    return Self.string(bytes)
  }

  /// An attribute of one number, or nil when there is none.
  func number(_ attribute: String, of variable: String) -> Double? {
    var length = 0
    guard let identifier = try? identifier(variable),
      nc_inq_attlen(number, identifier, attribute, &length) == NC_NOERR, length == 1
    else { return nil }
    var value = 0.0
    return nc_get_att_double(number, identifier, attribute, &value) == NC_NOERR ? value : nil
  }

  private static let mostTextBytes = 4096

  private func identifier(_ variable: String) throws(WeatherFault) -> Int32 {
    var identifier: Int32 = 0
    let code = nc_inq_varid(number, variable, &identifier)
    guard code == NC_NOERR else { throw WeatherFault(path, "it has no variable \"\(variable)\"") }
    return identifier
  }

  private func check(_ code: Int32, _ what: String) throws(WeatherFault) {
    guard code != NC_NOERR else { return }
    throw WeatherFault(path, "\(what) cannot be read: \(Self.text(code))")
  }

  private static func text(_ code: Int32) -> String { String(cString: nc_strerror(code)) }

  private static func string(_ bytes: [CChar]) -> String {
    String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
