/// The numbers of the values of one record, one for each field; it is valid as long as the memory that it points into.
struct RecordRow {
  private let numbers: UnsafePointer<UInt32>?

  /// The record at a place of cells that are written record by record.
  @inline(__always)
  init(_ cells: UnsafeBufferPointer<UInt32>, _ record: Int, width: Int) {
    numbers = cells.baseAddress.map { $0 + record * width }
  }

  /// The number of a value; 0 when it is missing.
  @inline(__always)
  subscript(field: Int) -> UInt32 { numbers.map { $0[field] } ?? 0 }
}
