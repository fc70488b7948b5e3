/// The bytes of a cosignature (C2SP `tlog-cosignature`, cosignature/v1): when it was made, and an Ed25519 signature.
struct Cosignature {
  private static let timeByteCount = 8
  private static let signatureByteCount = 64

  /// Seconds since 1970.
  let seconds: UInt64
  let signature: [UInt8]

  init(seconds: UInt64, signature: [UInt8]) {
    self.seconds = seconds
    self.signature = signature
  }

  /// Reads the bytes of a signature line; nil when they are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.timeByteCount + Self.signatureByteCount else { return nil }
    seconds = bytes.prefix(Self.timeByteCount).reduce(0) { $0 << 8 | UInt64($1) }
    signature = [UInt8](bytes.dropFirst(Self.timeByteCount))
    // A cosignature without a time, or with one past the range of the format, says nothing about a largest tree.
    guard seconds > 0, seconds <= UInt64(Int64.max) else { return nil }
  }

  var bytes: [UInt8] { withUnsafeBytes(of: seconds.bigEndian) { [UInt8]($0) } + signature }

  /// What is signed: the header, the time, and the text of the checkpoint.
  func message(over text: String) -> [UInt8] { Self.message(seconds: seconds, over: text) }

  static func message(seconds: UInt64, over text: String) -> [UInt8] {
    [UInt8]("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
  }
}

extension SignedNote.Signature {
  /// When the cosignature was made, in seconds since 1970; nil when the bytes are those of no cosignature.
  package var cosignedSeconds: Int64? { Cosignature(bytes).map { Int64($0.seconds) } }
}
