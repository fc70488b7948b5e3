/// Turns the rows of one track into small numbers and back, each told by its difference from the row before.
struct RowCoder {
  private let base: Int64
  private let timeUnit: Int64
  private let lagUnit: Int64
  private let anglePerDegree: Double
  private let speedPerKnot: Double
  private let coursePerDegree: Double
  private let headingPerDegree: Double

  private var isFirst = true
  private var time: Int64 = 0
  private var timeChange: Int64 = 0
  private var lag: Int64 = 0
  private var latitude: Int64
  private var longitude: Int64
  private var speed: Int64 = 0
  private var course: Int64 = 0
  private var heading: Int64 = 0
  private var flags: UInt8 = 0

  /// Begins a track: places are told from the south-western corner of its box.
  init(fine: FineColumns, base: Int64, box: CellBox) {
    self.base = base
    timeUnit = fine.contains(.time) ? 1 : 1000
    lagUnit = fine.contains(.lag) ? 1 : 1000
    anglePerDegree = Quantity.angle.perWhole(isFine: fine.contains(.angle))
    speedPerKnot = Quantity.tenths.perWhole(isFine: fine.contains(.speed))
    coursePerDegree = Quantity.tenths.perWhole(isFine: fine.contains(.course))
    headingPerDegree = Quantity.whole.perWhole(isFine: fine.contains(.heading))
    let unitsPerCell = Int64(anglePerDegree / CellBox.cellsPerDegree)
    latitude = box.south &* unitsPerCell
    longitude = box.west &* unitsPerCell
  }

  mutating func encode(_ row: ArchiveRow, into columns: inout [ByteWriter]) {
    let newTime = (row.atMilliseconds - base) / timeUnit
    let change = newTime - time
    columns[0].append(signed: change - timeChange)
    timeChange = isFirst ? 0 : change
    time = newTime
    isFirst = false
    Self.step(&lag, to: (row.receivedMilliseconds - row.atMilliseconds) / lagUnit, &columns[1])
    Self.step(&latitude, to: Quantity.count(row.latitudeDegrees, perWhole: anglePerDegree), &columns[2])
    Self.step(&longitude, to: Quantity.count(row.longitudeDegrees, perWhole: anglePerDegree), &columns[3])
    Self.step(&speed, to: Quantity.code(row.speedKnots, perWhole: speedPerKnot), &columns[4])
    Self.step(&course, to: Quantity.code(row.courseDegrees, perWhole: coursePerDegree), &columns[5])
    Self.step(&heading, to: Quantity.code(row.headingDegrees, perWhole: headingPerDegree), &columns[6])
    columns[7].append(UInt64(row.flags ^ flags))
    flags = row.flags
  }

  private static func step(_ value: inout Int64, to new: Int64, _ column: inout ByteWriter) {
    column.append(signed: new - value)
    value = new
  }

  /// The next row. Damaged bytes give nonsense, but never a trap: all sums wrap.
  @inline(__always)
  mutating func decode(from columns: inout PageColumns, track: UInt32) -> ArchiveRow {
    let change = timeChange &+ columns.time.signed()
    timeChange = isFirst ? 0 : change
    isFirst = false
    time &+= change
    lag &+= columns.lag.signed()
    latitude &+= columns.latitude.signed()
    longitude &+= columns.longitude.signed()
    speed &+= columns.speed.signed()
    course &+= columns.course.signed()
    heading &+= columns.heading.signed()
    flags ^= UInt8(truncatingIfNeeded: columns.flags.number())
    var row = ArchiveRow(track: track)
    row.atMilliseconds = base &+ time &* timeUnit
    row.receivedMilliseconds = row.atMilliseconds &+ lag &* lagUnit
    row.latitudeDegrees = Double(latitude) / anglePerDegree
    row.longitudeDegrees = Double(longitude) / anglePerDegree
    row.speedKnots = Quantity.value(ofCode: speed, perWhole: speedPerKnot)
    row.courseDegrees = Quantity.value(ofCode: course, perWhole: coursePerDegree)
    row.headingDegrees = Quantity.value(ofCode: heading, perWhole: headingPerDegree)
    row.flags = flags
    return row
  }
}

/// The eight columns of a page, each read from its own place.
struct PageColumns {
  var time: ByteReader
  var lag: ByteReader
  var latitude: ByteReader
  var longitude: ByteReader
  var speed: ByteReader
  var course: ByteReader
  var heading: ByteReader
  var flags: ByteReader

  var hasFailed: Bool {
    time.hasFailed || lag.hasFailed || latitude.hasFailed || longitude.hasFailed || speed.hasFailed || course.hasFailed
      || heading.hasFailed || flags.hasFailed
  }

  /// Passes over rows.
  mutating func skip(rows: Int) {
    time.skip(numbers: rows)
    lag.skip(numbers: rows)
    latitude.skip(numbers: rows)
    longitude.skip(numbers: rows)
    speed.skip(numbers: rows)
    course.skip(numbers: rows)
    heading.skip(numbers: rows)
    flags.skip(numbers: rows)
  }
}
