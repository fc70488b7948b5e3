#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Network addresses as far as they are counted against.
package enum NetworkAddress {
  /// The longest address that is looked at, in bytes.
  static let longestBytes = 64

  /// Whom an address is counted against.
  ///
  /// Whoever has one address of version 6 has the 2⁶⁴ that share its first half (RFC 4291, section 2.5.4), so they are
  /// counted as one; an address of version 4 that is written as one of version 6 is the former.
  package static func key(of address: String) -> String {
    var parsed = in6_addr()
    guard address.utf8.count <= longestBytes, address.contains(":"), inet_pton(AF_INET6, address, &parsed) == 1 else {
      return address
    }
    let bytes = withUnsafeBytes(of: parsed) { Array($0) }
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return bytes.suffix(4).map { String($0) }.joined(separator: ".")
    }
    return stride(from: 0, to: 8, by: 2).map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
      .joined(separator: ":") + "::/64"
  }
}
