/// Why figures cannot be taken or an outlook cannot be made, with the place in the input.
public struct OutlookError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where in the input: a file and its row, a sheet, or a byte; empty when the whole is meant.
  public let place: String
  /// What is wrong and what to do about it.
  public let reason: String

  /// Makes an error.
  public init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  /// The place and the reason in one line.
  public var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
