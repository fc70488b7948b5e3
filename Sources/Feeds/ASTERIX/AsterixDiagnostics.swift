/// Why octets were not taken for a record.
public enum AsterixRefusal: String, Error, Hashable, Sendable, CaseIterable {
  /// A block says that it is shorter than its own head, or longer than what came.
  case blockLength
  /// A record or a part of it goes on past the end of its block.
  case cutShort
  /// A field specification announces an item or a subfield that the category does not have in our edition.
  case unknownItem
  /// Something repeats itself more often than anybody means.
  case tooLong
  /// It does not say which sensor it is from, which every category demands of every record.
  case noSource
  /// The time of day lies past 24 hours.
  case timeOfDay
  /// The latitude lies past a pole.
  case latitude

  /// The reason in words, for a table that people read.
  public var words: String {
    switch self {
    case .blockLength: "block whose length cannot be"
    case .cutShort: "record that goes on past its block"
    case .unknownItem: "item that the edition does not have (rest of its block passed over)"
    case .tooLong: "repetition without end"
    case .noSource: "record without its source"
    case .timeOfDay: "time of day past 24 hours: damaged, or of another edition"
    case .latitude: "latitude past a pole: damaged, or of another edition"
    }
  }
}

/// One refused piece of input, with where it stood and its bytes.
public struct AsterixExample: Hashable, Sendable {
  /// Why it was refused.
  public let reason: AsterixRefusal
  /// The category of its block.
  public let category: Int
  /// The offset of its first byte in the whole input.
  public let byteOffset: Int
  /// The bytes from there on, cut at `AsterixDiagnostics.maximumExampleBytes`.
  public let bytes: [UInt8]
}

/// What a decoder has counted, and examples of what it refused.
public struct AsterixDiagnostics: Sendable {
  /// The most examples that are kept for a reason.
  public static let maximumExamples = 4
  /// The most bytes that are kept of an example.
  public static let maximumExampleBytes = 64

  /// Bytes taken in.
  public internal(set) var bytes = 0
  /// Blocks whose length could be, those of categories that are passed over among them.
  public internal(set) var blocks = 0
  /// Records handed on.
  public internal(set) var records = 0
  /// Octets by which a later edition has extended an item, passed over.
  public internal(set) var extents = 0
  /// Bytes in no block, passed over in search of the next one.
  public internal(set) var bytesPassedOver = 0
  /// What the recording gave, when the input is one.
  public internal(set) var capture: CaptureDiagnostics?

  /// Records handed on by category.
  public var recordsByCategory: [Int: Int] { Self.table(recordCounts) }
  /// Blocks passed over by their length, since their category is none of ours, by category.
  public var blocksPassedOver: [Int: Int] { Self.table(passedOverCounts) }
  /// Refused records and blocks by reason; a reason that never came is absent.
  public private(set) var refusals: [AsterixRefusal: Int] = [:]
  /// All refusals together.
  public private(set) var refused = 0
  /// The first few refusals of each reason.
  public private(set) var examples: [AsterixExample] = []

  private var recordCounts = [Int](repeating: 0, count: 256)
  private var passedOverCounts = [Int](repeating: 0, count: 256)

  @inline(__always)
  mutating func count(recordOf category: Int) {
    records &+= 1
    recordCounts[category & 255] &+= 1
  }

  mutating func passOver(blockOf category: Int) { passedOverCounts[category & 255] += 1 }

  mutating func refuse(_ reason: AsterixRefusal, category: Int, at offset: Int, _ octets: Octets) {
    refused += 1
    refusals[reason, default: 0] += 1
    guard refusals[reason, default: 0] <= Self.maximumExamples else { return }
    let bytes = octets.slice(0, count: Self.maximumExampleBytes).bytes
    examples.append(AsterixExample(reason: reason, category: category, byteOffset: offset, bytes: Array(bytes)))
  }

  private static func table(_ counts: [Int]) -> [Int: Int] {
    counts.indices.reduce(into: [:]) { table, category in
      if counts[category] > 0 { table[category] = counts[category] }
    }
  }
}
