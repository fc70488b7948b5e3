import Crypto

/// The definitions of RFC 9162, section 2.1, word for word and without any cleverness.
enum NaiveTree {
  static func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    switch leaves.count {
    case 0: return Array(SHA256.hash(data: [UInt8]()))
    case 1: return Array(SHA256.hash(data: [0] + leaves[leaves.startIndex]))
    default:
      let middle = leaves.startIndex + split(leaves.count)
      return Array(SHA256.hash(data: [1] + root(leaves[..<middle]) + root(leaves[middle...])))
    }
  }

  static func path(_ leaf: Int, _ leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
    if leaves.count == 1 { return [] }
    let half = split(leaves.count)
    let middle = leaves.startIndex + half
    return leaf < half
      ? path(leaf, leaves[..<middle]) + [root(leaves[middle...])]
      : path(leaf - half, leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func proof(_ oldSize: Int, _ leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
    subproof(oldSize, leaves, true)
  }

  private static func subproof(_ size: Int, _ leaves: ArraySlice<[UInt8]>, _ isWhole: Bool) -> [[UInt8]] {
    if size == leaves.count { return isWhole ? [] : [root(leaves)] }
    let half = split(leaves.count)
    let middle = leaves.startIndex + half
    return size <= half
      ? subproof(size, leaves[..<middle], isWhole) + [root(leaves[middle...])]
      : subproof(size - half, leaves[middle...], false) + [root(leaves[..<middle])]
  }

  private static func split(_ count: Int) -> Int {
    var half = 1
    while half * 2 < count { half *= 2 }
    return half
  }
}
