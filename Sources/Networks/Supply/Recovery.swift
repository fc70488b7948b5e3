/// An item of equipment that was found at a landing; who was aboard is no part of it.
public struct Recovery: Hashable, Sendable {
  /// The landing it was found at.
  public var landing: String
  /// What it is: boat, engine, life jacket.
  public var product: String
  /// Its serial number, if it could be read.
  public var serial: SerialNumber?
  /// Its batch; empty when it is not known.
  public var batch: String
  /// When it was found, in seconds since 1970; nil when it is not known.
  public var time: Int64?

  /// A recovery.
  public init(landing: String, product: String, serial: SerialNumber? = nil, batch: String = "", time: Int64? = nil) {
    (self.landing, self.product, self.serial, self.batch, self.time) = (landing, product, serial, batch, time)
  }
}
