import Foundation

/// The bytes of a text in base64url without padding (RFC 7515, 2); nil when it is none.
func bytes(base64URL text: some StringProtocol) -> [UInt8]? {
  guard text.utf8.allSatisfy({ byte in isBase64URL(byte) }) else { return nil }
  var plain = text.utf8.map {
    $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0
  }
  while !plain.count.isMultiple(of: 4) { plain.append(UInt8(ascii: "=")) }
  return Data(base64Encoded: Data(plain)).map { [UInt8]($0) }
}

private func isBase64URL(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
