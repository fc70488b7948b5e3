/// Six-bit text inside a message, read when it is asked for.
///
/// The text ends at the first `@`, and spaces at its end do not count (ITU-R M.1371-5, Annex 8, § 3.3.7 and Table 47).
public struct AISText: Hashable, Sendable, CustomStringConvertible {
  let payload: AISPayload
  let start: Int
  let characters: Int

  /// The text as a string; empty when the sender had nothing to say.
  public var description: String {
    String(unsafeUninitializedCapacity: max(1, length)) { buffer in
      let count = length
      for index in 0..<count { buffer[index] = character(at: index) }
      return count
    }
  }

  /// The text, or nil when it is empty.
  public var nonEmpty: String? {
    length == 0 ? nil : description
  }

  /// How many characters are left once the padding is taken off.
  var length: Int {
    var last = 0
    for index in 0..<characters {
      let code = payload.unsigned(start &+ 6 &* index, 6)
      if code == 0 { break }
      if code != 32 { last = index &+ 1 }
    }
    return last
  }

  /// The ASCII code of one character.
  @inline(__always)
  func character(at index: Int) -> UInt8 {
    let code = UInt8(truncatingIfNeeded: payload.unsigned(start &+ 6 &* index, 6))
    return code < 32 ? code | 0x40 : code
  }

  /// Whether two texts read the same, wherever they stand.
  public static func == (first: AISText, second: AISText) -> Bool {
    first.description == second.description
  }

  /// Hashes the characters.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(description)
  }
}
