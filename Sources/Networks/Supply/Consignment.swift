/// Goods on their way: bought, stored or carried.
public struct Consignment: Hashable, Sendable {
  /// What happened to them.
  public enum Stage: String, CaseIterable, Hashable, Sendable {
    /// Ordered or bought from a supplier.
    case purchase
    /// Brought into a store.
    case storage
    /// Carried to a place.
    case transport
  }

  /// How the record is known, such as an invoice.
  public var identifier: String
  /// What happened.
  public var stage: Stage
  /// Who gave the goods or where they came from.
  public var from: String
  /// Who took them or where they went.
  public var to: String
  /// What they are: boat, engine, life jacket.
  public var product: String
  /// The maker's batch; empty when it is not known.
  public var batch: String
  /// The first and last serial number; the same for one item, nil when they are not known.
  public var serials: ClosedSerials?
  /// When, in seconds since 1970; nil when it is not known.
  public var time: Int64?

  /// Serial numbers from one to another.
  public struct ClosedSerials: Hashable, Sendable {
    /// The first.
    public var first: SerialNumber
    /// The last.
    public var last: SerialNumber

    /// Serial numbers from one to another.
    public init(first: SerialNumber, last: SerialNumber) { (self.first, self.last) = (first, last) }
  }

  /// A consignment.
  public init(
    identifier: String, stage: Stage, from: String, to: String, product: String, batch: String = "",
    serials: ClosedSerials? = nil, time: Int64? = nil
  ) {
    (self.identifier, self.stage, self.from, self.to) = (identifier, stage, from, to)
    (self.product, self.batch, self.serials, self.time) = (product, batch, serials, time)
  }
}
