/// Why a weather file cannot be used, in words that say where and what to do.
public struct WeatherFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, with a line for text files.
  public let file: String
  /// What is wrong with it.
  public let reason: String

  init(_ file: String, _ reason: String) {
    self.file = file
    self.reason = reason
  }

  /// The file and what is wrong with it.
  public var description: String { "\(file): \(reason)" }
}
