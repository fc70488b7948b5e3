extension CleanTable {
  /// Whether a name is written in letters beyond plain Latin, so that comparing letters alone would miss its spellings.
  public var hasNamesBeyondLatin: Bool {
    fields.contains { field in
      guard field.kind.isName else { return false }
      let pool = pools[field.pool]
      return (1..<max(1, pool.count)).contains { number in
        pool.withValue(UInt32(number)) { value in value.contains { $0 >= 0x80 } }
      }
    }
  }
}
