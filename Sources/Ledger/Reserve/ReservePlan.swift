/// How much room on the disk is held back for what must never be refused, from the time that it is to last.
public struct ReservePlan: Hashable, Sendable {
  /// What one entry takes with its place in the tree, the indexes and the views, measured and rounded up; Soak/full_disk.py
  /// measures it again.
  public static let bytesOfEntry: Int64 = 8_192

  /// The least that is held back: a commit needs its pages in the write-ahead log and in the file at once.
  public static let leastBytes: Int64 = 16 << 20

  /// Into how many steps the reserve is divided, each given back when the one before is used up.
  static let steps: Int64 = 16

  /// For how many hours it is to last.
  public let hours: Int

  /// At how many entries an hour.
  public let entriesAnHour: Int

  /// A plan; nil when a number is not positive or the reserve would exceed a tebibyte.
  public init?(hours: Int, entriesAnHour: Int) {
    guard hours > 0, entriesAnHour > 0, hours <= 8_760, entriesAnHour <= 10_000 else { return nil }
    self.hours = hours
    self.entriesAnHour = entriesAnHour
  }

  private init(known hours: Int, _ entriesAnHour: Int) {
    self.hours = hours
    self.entriesAnHour = entriesAnHour
  }

  /// Twelve hours, a watch, at 600 entries an hour.
  public static let usual = ReservePlan(known: 12, 600)

  /// How many bytes are held back.
  public var bytes: Int64 { max(Self.leastBytes, Int64(hours) * Int64(entriesAnHour) * Self.bytesOfEntry) }

  /// How many bytes one step gives back.
  var stepBytes: Int64 { bytes / Self.steps }

  /// How long so many bytes last at the stated rate, in seconds.
  func seconds(of bytes: Int64) -> Int64 { bytes * 3600 / (Int64(entriesAnHour) * Self.bytesOfEntry) }
}
