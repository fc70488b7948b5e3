/// What is wrong with one block: the answer goes on without it and says so.
public struct ArchiveFault: Error, Hashable, Sendable {
  /// The kind of fault.
  public enum Code: String, Hashable, Sendable {
    /// An anchored block is not in the archive.
    case missing
    /// The stored bytes have another hash than they were sealed or anchored with.
    case hashDiffers
    /// The bytes cannot be read as a block.
    case unreadable
    /// The columns by which a block is found do not say what the block says.
    case columnsDiffer
    /// A block is in the archive that was never anchored.
    case notAnchored
  }

  /// The kind of fault.
  public let code: Code
  /// The block's number.
  public let blockID: Int64
  /// The page within the block, where it is known.
  public let page: Int?
  /// What is wrong, in a sentence.
  public let message: String
}

/// Why the archive could not be opened or written.
public struct ArchiveError: Error, Hashable, Sendable {
  /// The kind of failure.
  public enum Code: String, Hashable, Sendable {
    /// The file cannot be opened or created.
    case cannotOpen
    /// The file is no archive, or of a later version of the program.
    case wrongVersion
    /// The disk is full.
    case diskFull
    /// Writing failed.
    case cannotWrite
    /// Reading failed.
    case cannotRead
  }

  /// The kind of failure.
  public let code: Code
  /// What happened and what to do, in a sentence.
  public let message: String
  /// The store's own words.
  public let cause: String?
  /// The file.
  public let place: String
}
