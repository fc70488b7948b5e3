/// The degrees of agreement of a pair in all its fields, four bits each.
struct ComparisonVector: Hashable, Sendable {
  private(set) var bits: UInt64 = 0

  /// The degree of a field; 0 when one of its values is missing.
  @inline(__always)
  subscript(field: Int) -> UInt8 {
    get { UInt8(truncatingIfNeeded: bits >> UInt64(field * 4)) & 15 }
    set { bits = bits & ~(15 << UInt64(field * 4)) | UInt64(newValue) << UInt64(field * 4) }
  }

  /// The evidence of all degrees together.
  func sum(of bits: [[Double]]) -> Double {
    var (sum, rest) = (0.0, self.bits)
    for field in bits.indices {
      sum += bits[field][Int(rest & 15)]
      rest >>= 4
    }
    return sum
  }
}
