/// Why a weather file cannot be used, in words that say where and what to do.
public struct WeatherFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, with a line for text files.
  public let file: String
  /// What is wrong with it.
  public let reason: String
  /// Whether the file can be read and holds other things than the one that was asked for.
  public let isAbsence: Bool

  init(_ file: String, _ reason: String, isAbsence: Bool = false) {
    self.file = file
    self.reason = reason
    self.isAbsence = isAbsence
  }

  /// The file and what is wrong with it.
  public var description: String { "\(file): \(reason)" }
}
