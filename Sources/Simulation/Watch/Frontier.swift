import Crypto
import Foundation

/// The tree over the entries, computed a second time from the text of RFC 9162, section 2.1, without the ledger's code.
struct Frontier {
  /// The roots of the complete trees of which the whole is made, the greatest first, with their sizes.
  private var peaks: [(size: Int, hash: [UInt8])] = []

  static func leaf(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: Data([0] + bytes))) }

  mutating func append(_ leaf: [UInt8]) {
    peaks.append((1, leaf))
    while peaks.count > 1, peaks[peaks.count - 2].size == peaks[peaks.count - 1].size {
      let right = peaks.removeLast()
      let left = peaks.removeLast()
      peaks.append((left.size + right.size, Self.node(left.hash, right.hash)))
    }
  }

  var root: [UInt8] {
    guard var root = peaks.last?.hash else { return Array(SHA256.hash(data: Data())) }
    for peak in peaks.dropLast().reversed() { root = Self.node(peak.hash, root) }
    return root
  }

  private static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: Data([1] + left + right)))
  }
}
