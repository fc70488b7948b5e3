extension Publication {
  /// A line of the cover, for the caller to put into words.
  public enum CoverLine: Equatable, Sendable {
    case title(String)
    case published(by: String, on: CalendarDay)
    /// The day of the next release; nil when it is not announced.
    case nextRelease(CalendarDay?)
    case revisions(String)
    case seenBefore(ReleaseCalendar.EarlyAccess)
    /// Nobody outside production saw the figures before.
    case seenByNobody
  }

  /// A note: in words of the caller's already, or for the caller to put into words.
  public enum Note: Equatable, Sendable {
    case words(String)
    /// What suppression did.
    case suppressed(Suppression.Clause)
    /// What the marks of cells mean: `[x]` not available, `[c]` hidden to protect people, `[p]` provisional.
    case marks
  }

  /// The words of a publication, which the caller brings in the language of its readers.
  public struct Wording: Sendable {
    /// The heading of the notes.
    public let notes: String
    /// A line of the cover in words.
    public let cover: @Sendable (CoverLine) -> String
    /// A note in words.
    public let note: @Sendable (Note) -> String

    /// Makes a wording.
    public init(
      notes: String, cover: @escaping @Sendable (CoverLine) -> String, note: @escaping @Sendable (Note) -> String
    ) {
      (self.notes, self.cover, self.note) = (notes, cover, note)
    }
  }
}
