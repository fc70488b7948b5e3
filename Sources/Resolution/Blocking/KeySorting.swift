/// Sorts words of a key in the upper and a record in the lower half by their keys.
enum KeySorting {
  private static let digits = 11

  /// Sorts by the upper 32 bits, three digits of eleven bits from the lowest on; equal keys stay in their order.
  static func sort(_ entries: inout [UInt64]) {
    guard entries.count > 64 else {
      entries.sort()
      return
    }
    var other = [UInt64](repeating: 0, count: entries.count)
    for pass in 0..<3 {
      let shift = UInt64(32 + pass * digits)
      var starts = [Int](repeating: 0, count: (1 << digits) + 1)
      entries.withUnsafeBufferPointer { from in
        other.withUnsafeMutableBufferPointer { into in
          starts.withUnsafeMutableBufferPointer { starts in
            for entry in from { starts[Int(entry >> shift & (1 << UInt64(digits) - 1)) + 1] += 1 }
            for digit in 1...(1 << digits) { starts[digit] += starts[digit - 1] }
            for entry in from {
              let digit = Int(entry >> shift & (1 << UInt64(digits) - 1))
              into[starts[digit]] = entry
              starts[digit] += 1
            }
          }
        }
      }
      swap(&entries, &other)
    }
  }
}
