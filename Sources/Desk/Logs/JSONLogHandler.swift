public import Foundation
public import Logging

/// Writes each line of the log as one object in JSON: `time`, `level`, `message`, and beside them what belongs to it.
public struct JSONLogHandler: LogHandler {
  /// From which level on lines are written.
  public var logLevel = Logger.Level.notice
  /// What every line carries.
  public var metadata: Logger.Metadata = [:]

  /// The names of a line's own fields; what belongs to it may not take them.
  private static let reserved: Set<String> = ["time", "level", "message"]

  private let write: @Sendable (String) -> Void
  private let now: @Sendable () -> Date

  /// - Parameters:
  ///   - now: the time.
  ///   - write: takes each line, with its end.
  public init(now: @escaping @Sendable () -> Date = { Date() }, write: @escaping @Sendable (String) -> Void) {
    self.now = now
    self.write = write
  }

  /// One of the things that every line carries.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes one line.
  public func log(event: LogEvent) {
    var json = JSONText()
    json.object { json in
      json.member("time", now().formatted(Self.time))
      json.member("level", event.level.rawValue)
      json.member("message", "\(event.message)")
      let all = metadata.merging(event.metadata ?? [:]) { $1 }
      for (name, value) in all.sorted(by: { $0.key < $1.key }) {
        json.member(Self.reserved.contains(name) ? "\(name)_" : name, "\(value)")
      }
    }
    write(String(decoding: json.bytes, as: UTF8.self) + "\n")
  }

  private static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
