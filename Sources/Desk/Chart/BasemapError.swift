/// Why the coastline could not be prepared.
package struct BasemapError: Error, CustomStringConvertible, Sendable {
  package enum Code: String, Sendable {
    case missing
    case unreadable
    case malformed
    case overLimit
    case unwritable
  }

  package let code: Code
  /// What happened and what to do about it.
  package let message: String
  /// The file, with the line where there is one.
  package let place: String

  package var description: String { "\(message) (\(place))" }
}
