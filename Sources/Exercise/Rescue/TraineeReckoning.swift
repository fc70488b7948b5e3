public import Geodesy

/// What a trainee made of a night of rescue: which reports go together, and how each incident stands.
public struct TraineeReckoning: Hashable, Sendable {
  /// How an incident stands when the exercise ends.
  public struct Incident: Hashable, Sendable {
    /// Its name on the desk.
    public var name: String
    /// Whether it is open.
    public var isOpen: Bool
    /// How many people are accounted for in it.
    public var accounted: Int
    /// How many people it states as not accounted for, at the most.
    public var unaccounted: Int
    /// When an asset was first sent for it; nil for never.
    public var tasked: Instant?

    /// An incident that stands so.
    public init(name: String, isOpen: Bool, accounted: Int, unaccounted: Int, tasked: Instant? = nil) {
      self.name = name
      self.isOpen = isOpen
      self.accounted = accounted
      self.unaccounted = unaccounted
      self.tasked = tasked
    }
  }

  /// The incidents; of two with one name the first counts.
  public var incidents: [Incident]
  /// To which incident a report belongs, by the number of its event; a report that is not in it belongs to none.
  public var incidentOfReport: [Int: String]

  /// What a trainee made of a night.
  public init(incidents: [Incident], incidentOfReport: [Int: String]) {
    self.incidents = incidents
    self.incidentOfReport = incidentOfReport
  }
}
