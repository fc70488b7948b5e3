extension Ledger {
  /// The entries from a sequence on, opened as far as their keys are kept; at most `limits.entriesInRead` at a time.
  public func entries(from sequence: Int64, limit: Int) throws -> [Entry] {
    try reader.entries(from: sequence, limit: limit)
  }

  /// The entry of a sequence; nil when there is none.
  public func entry(_ sequence: Int64) throws -> Entry? {
    try reader.entry(sequence)
  }

  /// The latest version of an aggregate; 0 when it has no entry.
  public func version(of aggregate: String) throws -> Int64 {
    try reader.version(of: aggregate)
  }

  /// The sequence up to which the ledger was known at a time; 0 when it had no entry then.
  public func sequence(knownAtMilliseconds milliseconds: Int64) throws -> Int64 {
    try reader.sequence(knownAtMilliseconds: milliseconds)
  }

  /// The proof that an entry stands in the tree of a size, by default the present one.
  public func inclusionProof(of sequence: Int64, size: Int64? = nil) throws -> InclusionProof {
    try reader.inclusionProof(of: sequence, size: size)
  }

  /// The proof that the tree of one size continues that of a smaller one.
  public func consistencyProof(from oldSize: Int64, to newSize: Int64) throws -> ConsistencyProof {
    try reader.consistencyProof(from: oldSize, to: newSize)
  }
}
