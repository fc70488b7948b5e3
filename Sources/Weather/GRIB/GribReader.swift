internal import CEccodes
internal import Foundation
internal import Geodesy

/// Reads velocity fields from GRIB, edition 2 (WMO Manual on Codes, FM 92).
struct GribReader {
  let path: String

  /// A component of a velocity by its numbers in code table 4.2, and the levels at which it counts.
  private struct Component {
    let discipline: Int
    let category: Int
    /// Numbers of the eastward and the northward component.
    let numbers: [Int]
    /// Types of the first fixed surface (code table 4.5) with the level that is read, nil for any.
    let surfaces: [Int: Double?]
  }

  private static let components: [WeatherQuantity: Component] = [
    .wind: Component(discipline: 0, category: 2, numbers: [2, 3], surfaces: [103: 10]),
    .current: Component(discipline: 10, category: 1, numbers: [2, 3], surfaces: [1: nil, 101: nil, 160: 0]),
    .waves: Component(discipline: 10, category: 0, numbers: [21, 22], surfaces: [1: nil, 101: nil]),
  ]

  /// Eastward and northward values of one moment, as they come.
  private struct Pair {
    var components: [[Float]?] = [nil, nil]
  }

  /// The velocities of all messages that carry the quantity.
  func flow(_ quantity: WeatherQuantity) throws(WeatherFault) -> FlowLayers {
    guard let wanted = Self.components[quantity] else { throw WeatherFault(path, "\(quantity) is not read from GRIB") }
    // What goes wrong is said in a fault, and not printed by the library.
    codes_context_set_logging_proc(codes_context_get_default()) { _, _, _ in }
    guard let file = fopen(path, "rb") else { throw WeatherFault(path, "it cannot be opened") }
    defer { fclose(file) }
    var (grid, pairs, others, values): (FieldGrid?, [Instant: Pair], Set<String>, Int) = (nil, [:], [], 0)
    var number = 0
    while let message = try next(file, &number) {
      let place = "\(path), message \(number)"
      guard let part = try component(message, wanted, place) else {
        others.insert(try message.word("shortName"))
        continue
      }
      let layout = try GribGrid(message, place: place)
      guard grid == nil || grid == layout.grid else {
        throw WeatherFault(place, "its grid differs from that of the messages before; give one grid a file")
      }
      grid = layout.grid
      values += layout.grid.points
      guard values <= 2 * WeatherLimits.mostValues else {
        throw WeatherFault(place, "the field has more than \(WeatherLimits.mostValues) values")
      }
      let instant = try moment(message, place)
      guard pairs[instant, default: Pair()].components[part] == nil else {
        throw WeatherFault(
          place, "\(quantity) at \(instant) comes twice; give one member, one run and one level a file")
      }
      pairs[instant, default: Pair()].components[part] = layout.ordered(
        try message.values(count: layout.grid.points))
    }
    guard let grid else {
      let found = others.isEmpty ? "nothing" : others.sorted().prefix(12).joined(separator: ", ")
      throw WeatherFault(path, "it holds no \(quantity.rawValue) that is read; it holds \(found)", isAbsence: true)
    }
    return try joined(pairs, on: grid, quantity)
  }

  private func next(_ file: UnsafeMutablePointer<FILE>, _ number: inout Int) throws(WeatherFault) -> GribMessage? {
    var code: Int32 = 0
    let handle = codes_handle_new_from_file(nil, file, PRODUCT_GRIB, &code)
    number += 1
    guard code == CODES_SUCCESS || code == CODES_END_OF_FILE else {
      throw WeatherFault(
        "\(path), message \(number)", "it is damaged: \(String(cString: codes_get_error_message(code)))")
    }
    guard let handle else { return nil }
    guard number <= WeatherLimits.mostMessages else {
      throw WeatherFault(path, "it has more than \(WeatherLimits.mostMessages) messages")
    }
    return GribMessage(handle, place: "\(path), message \(number)")
  }

  /// 0 for a message with the eastward component, 1 for the northward, nil for any other.
  private func component(
    _ message: borrowing GribMessage, _ wanted: Component, _ place: String
  ) throws(WeatherFault) -> Int? {
    let edition = try message.whole("edition")
    guard edition == 2 else {
      throw WeatherFault(place, "it is GRIB edition \(edition); convert it to edition 2 (grib_set -s edition=2)")
    }
    guard try message.whole("discipline") == wanted.discipline,
      try message.whole("parameterCategory") == wanted.category,
      let level = wanted.surfaces[try message.whole("typeOfFirstFixedSurface")]
    else { return nil }
    if let level, try message.number("level") != level { return nil }
    return wanted.numbers.firstIndex(of: try message.whole("parameterNumber"))
  }

  private func moment(_ message: borrowing GribMessage, _ place: String) throws(WeatherFault) -> Instant {
    let (date, time) = (try message.whole("validityDate"), try message.whole("validityTime"))
    let digits = { (value: Int, count: Int) in
      String(repeating: "0", count: max(0, count - String(value).count)) + String(value)
    }
    let text =
      "\(digits(date / 10_000, 4))-\(digits(date / 100 % 100, 2))-\(digits(date % 100, 2))"
      + "T\(digits(time / 100, 2)):\(digits(time % 100, 2)):00Z"
    guard date > 0, time >= 0, let instant = Instant.parse(text) else {
      throw WeatherFault(place, "its time \(date) \(time) is none")
    }
    return instant
  }

  private func joined(
    _ pairs: [Instant: Pair], on grid: FieldGrid, _ quantity: WeatherQuantity
  ) throws(WeatherFault) -> FlowLayers {
    var layers = FlowLayers(grid: grid)
    for instant in pairs.keys.sorted() {
      guard let east = pairs[instant]?.components[0], let north = pairs[instant]?.components[1] else {
        throw WeatherFault(path, "one component of \(quantity.rawValue) is missing at \(instant)")
      }
      layers.layers[instant] = zip(east, north).map { SIMD2($0, $1) }
    }
    return layers
  }
}
