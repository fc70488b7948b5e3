import CZlib

/// The members of a ZIP archive, as workbooks are packed (PKWARE APPNOTE 6.3: stored and deflated members, no
/// encryption).
public struct ZipArchive {
  private let bytes: [UInt8]
  private let name: String
  private var members: [String: Member] = [:]

  private struct Member {
    let method: Int
    let checksum: Int
    let packed: Int
    let unpacked: Int
    let header: Int
  }

  /// Whether bytes begin as an archive does.
  public static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Reads the directory of an archive.
  /// - Throws: `OutlookError` with the byte when it is no archive, is cut off, or passes a limit.
  public init(_ bytes: [UInt8], name: String) throws(OutlookError) {
    self.bytes = bytes
    self.name = name
    guard bytes.count <= OutlookLimits.inputBytes else { throw refused("it has too many bytes", at: 0) }
    let earliest = max(0, bytes.count - 65_557)
    let end = stride(from: bytes.count - 22, through: earliest, by: -1).first { number($0, 4) == 0x0605_4B50 }
    guard let end, end >= 0 else {
      throw refused("it has no directory; it is no workbook, or it is cut off", at: bytes.count)
    }
    let (count, start) = (number(end + 10, 2) ?? 0, number(end + 16, 4) ?? 0)
    guard count <= OutlookLimits.archiveMembers else { throw refused("it has too many parts", at: end) }
    var place = start
    for _ in 0..<count { try readMember(&place) }
  }

  private mutating func readMember(_ place: inout Int) throws(OutlookError) {
    guard number(place, 4) == 0x0201_4B50, let flags = number(place + 8, 2), let method = number(place + 10, 2),
      let checksum = number(place + 16, 4), let packed = number(place + 20, 4), let unpacked = number(place + 24, 4),
      let nameLength = number(place + 28, 2), let extra = number(place + 30, 2), let comment = number(place + 32, 2),
      let header = number(place + 42, 4), place + 46 + nameLength <= bytes.count
    else { throw refused("its directory is damaged", at: place) }
    guard flags & 1 == 0 else { throw refused("it is encrypted; save it without a password", at: place) }
    let member = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
    members[member] = Member(method: method, checksum: checksum, packed: packed, unpacked: unpacked, header: header)
    place += 46 + nameLength + extra + comment
  }

  /// The bytes of a member.
  /// - Throws: `OutlookError` when it is not there, is damaged, or unpacks to more than the limit.
  public func member(_ wanted: String) throws(OutlookError) -> [UInt8] {
    guard let member = members[wanted] else { throw refused("it has no part \(wanted)", at: 0) }
    guard member.unpacked <= OutlookLimits.unpackedBytes else {
      throw refused("\(wanted) unpacks to more than \(OutlookLimits.unpackedBytes) bytes", at: member.header)
    }
    guard number(member.header, 4) == 0x0403_4B50, let nameLength = number(member.header + 26, 2),
      let extra = number(member.header + 28, 2)
    else { throw refused("\(wanted) is damaged", at: member.header) }
    let start = member.header + 30 + nameLength + extra
    guard start + member.packed <= bytes.count else { throw refused("\(wanted) is cut off", at: start) }
    let packed = Array(bytes[start..<(start + member.packed)])
    let unpacked: [UInt8]?
    switch member.method {
    case 0: unpacked = packed
    case 8: unpacked = Self.inflated(packed, count: member.unpacked)
    default: throw refused("\(wanted) is packed by method \(member.method), which is not known", at: member.header)
    }
    guard let unpacked, unpacked.count == member.unpacked,
      unpacked.withUnsafeBufferPointer({ Int(crc32(0, $0.baseAddress, UInt32($0.count))) }) == member.checksum
    else { throw refused("\(wanted) is damaged: it does not unpack to what its checksum says", at: start) }
    return unpacked
  }

  private static func inflated(_ packed: [UInt8], count: Int) -> [UInt8]? {
    var input = packed
    var output = [UInt8](repeating: 0, count: max(count, 1))
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var stream = z_stream()
        // A negative window means raw deflate, as archives hold it.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
          return Z_ERRNO
        }
        defer { inflateEnd(&stream) }
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let status = inflate(&stream, Z_FINISH)
        return stream.total_out == UInt(count) ? status : Z_DATA_ERROR
      }
    }
    return status == Z_STREAM_END ? Array(output.prefix(count)) : nil
  }

  private func number(_ place: Int, _ width: Int) -> Int? {
    guard place >= 0, place + width <= bytes.count else { return nil }
    return (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  private func refused(_ reason: String, at byte: Int) -> OutlookError {
    OutlookError(place: "\(name), byte \(max(byte, 0))", reason: reason)
  }
}
