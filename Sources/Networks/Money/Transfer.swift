/// Money that went from one holder to another.
public struct Transfer: Hashable, Sendable {
  /// How it went.
  public enum Channel: String, CaseIterable, Hashable, Sendable {
    /// Between accounts.
    case account
    /// As cash.
    case cash
    /// By a promise between hawala hubs.
    case hawala
  }

  /// Who gave it, by the number of the node.
  public var source: Int
  /// Who got it.
  public var target: Int
  /// How much, in the smallest unit of the currency, so that sums are exact; above 0.
  public var amount: Int64
  /// When, in seconds since 1970.
  public var time: Int64
  /// How it went.
  public var channel: Channel

  /// A transfer.
  public init(source: Int, target: Int, amount: Int64, time: Int64, channel: Channel = .account) {
    (self.source, self.target, self.amount, self.time, self.channel) = (source, target, amount, time, channel)
  }
}
