import Marking
import Synchronization

extension Centre {
  /// Whether somebody who watches may read an entry of the log at the moment it is asked, by the roles, the clearance and the
  /// purpose that they have then. Nothing is recorded, since they did not ask.
  ///
  /// - Parameter watching: who watches; only the means count, what they stand for is looked up each time.
  package func mayRead(_ watching: Acting) -> @Sendable (LogEntry) -> Bool {
    let digest = access.withLock { $0.digest(of: watching.means) }
    return { [self] entry in
      guard let digest, let acting = acting(digest: digest, stated: watching.purpose) else { return false }
      return acting.settled(for: .see, on: .log, exercise: settings.exercise).mayRead(entry)
    }
  }

  private func acting(digest: String, stated: Purpose) -> Acting? {
    let (session, token) = access.withLock { ($0.session(digest: digest), $0.token(digest: digest)) }
    if let session { return Self.session(session, token: "").acting }
    guard let token else { return nil }
    return Acting(viewer: token.viewer, purpose: stated, means: .token(token.token.id))
  }
}

extension AccessBook.LiveToken {
  /// The person of the token, narrowed to its scopes.
  var viewer: Viewer {
    var viewer = person.viewer
    viewer.scopes = token.scopes.reduce(into: []) { $0.formUnion($1.scopes) }
    return viewer
  }
}
