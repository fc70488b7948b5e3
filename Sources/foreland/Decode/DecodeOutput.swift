import Feeds
import Receivers

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many bytes of output gather before they are handed to the system.
let outputFlushBytes = 1 << 16

extension ByteWriter {
  /// Hands what has gathered to standard output, once there are so many bytes.
  @inline(__always)
  mutating func flush(from bytes: Int = 1) {
    guard count >= bytes else { return }
    withBytes { writeAll($0, to: STDOUT_FILENO) }
    removeAll()
  }
}

/// A count and what was counted, as a row of a report.
func tableRow(_ count: Int, _ words: String) -> String {
  String(repeating: " ", count: max(0, 9 - String(count).count)) + "\(count)  \(words)\n"
}

/// The bytes with everything but plain ASCII shown as `\xHH`, so that a terminal is safe from them.
func printable(_ bytes: [UInt8]) -> String {
  var text = ""
  for byte in bytes {
    if 0x20..<0x7F ~= byte {
      text.unicodeScalars.append(UnicodeScalar(byte))
    } else {
      let digits = String(byte, radix: 16)
      text += "\\x" + (digits.count == 1 ? "0" : "") + digits
    }
  }
  return text
}

/// Reads a file, or standard input for `-`, in pieces that stay in the processor's cache; gzip is unpacked.
func readChunks(
  of path: String, chunkBytes: Int = 1 << 17, _ body: (UnsafeRawBufferPointer) -> Void
) throws(FeedFailure) {
  let file = try ByteFile(path: path, chunkBytes: chunkBytes)
  while let chunk = try file.next() { body(chunk) }
}

func tell(_ text: String) {
  var text = text
  text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
}

/// Writes all bytes, or says that it cannot and ends; a reader that has gone away ends the program by its signal.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
  var rest = bytes
  while !rest.isEmpty {
    let written = write(descriptor, rest.baseAddress, rest.count)
    if written < 0 {
      if errno == EINTR { continue }
      if descriptor == STDOUT_FILENO {
        tell("foreland: the output cannot be written: \(String(cString: strerror(errno)))\n")
      }
      exit(1)
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
  }
}
