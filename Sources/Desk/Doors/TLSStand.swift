import Geodesy
import Logging
import Synchronization

/// The certificate that new connections are shown now, and what became of the last attempt to renew it.
final class TLSStand: Sendable {
  struct State: Sendable {
    var identity: TLSIdentity
    /// Why the files could not be taken over when they last changed; nil when they were.
    var trouble: String?
  }

  let files: TLSFiles
  private let state: Mutex<State>

  init(_ files: TLSFiles) throws {
    self.files = files
    state = Mutex(State(identity: try TLSIdentity.load(files)))
  }

  var now: State { state.withLock { $0 } }

  /// Reads the files again. What cannot be used is said and not used: the certificate until now goes on.
  ///
  /// - Returns: whether another certificate is in use now.
  func reload(_ logger: Logger) -> Bool {
    do {
      let identity = try TLSIdentity.load(files)
      let isNew = state.withLock { state in
        defer { state = State(identity: identity) }
        return state.identity.fingerprint != identity.fingerprint
      }
      if isNew { logger.notice("the certificate was renewed", metadata: ["until": "\(identity.validUntil.iso8601)"]) }
      return isNew
    } catch {
      let isNew = state.withLock { state in
        defer { state.trouble = "\(error)" }
        return state.trouble != "\(error)"
      }
      if isNew { logger.error("the certificate could not be renewed", metadata: ["error": "\(error)"]) }
      return false
    }
  }
}
