import Archive
import Ledger
import Logging
import NIOCore
import Operations

/// What the log says of an error.
///
/// The log is read by those who keep the machine, who need not be those who may read the desk. So it names the kind of a
/// failure and its place in our files, and nothing that a person or a feed has sent.
enum LogWords {
  static func of(_ error: any Error) -> String {
    switch error {
    case let error as LedgerError: words(error)
    case let error as ArchiveError: "archive: \(error.code.rawValue)"
    case let error as OperationsError: "operations: \(error.code.rawValue)"
    case let error as IOError: "\(error)"
    case let error as ServeFailure: error.description
    // An error of another package may quote what it was given, so only its kind is told.
    default: String(reflecting: type(of: error))
    }
  }

  /// The cause is left out, since a full-text index quotes what it was asked; so is the place of a conflict, which names a
  /// person or a track.
  private static func words(_ error: LedgerError) -> String {
    guard error.code != .conflict else { return "ledger: \(error.code.rawValue)" }
    return "ledger: \(error.message)\(error.place.map { " [\($0)]" } ?? "")"
  }
}

extension Logger {
  /// The log for the packages beneath the desk. What they say below a notice may quote requests, so it is not written.
  var withoutChatter: Logger {
    var logger = self
    logger.logLevel = max(logLevel, .notice)
    return logger
  }
}
