import Geodesy
import Logging
import Operations
import ServiceLifecycle
import Tracking

/// Raises alerts for what devices, rules and the loss of sight say.
struct AlertKeeper: Service {
  /// How often it is looked for calls: one is on the screens within this time and a moment.
  static let millisecondsBetweenLooks: Int64 = 250
  /// Looks for calls between two looks at behaviour.
  static let looksBetweenWatches = 4
  /// Steps that wait to be written when the ledger cannot be; beyond it changes are let go, and calls for help never.
  static let mostWaiting = 20_000
  let desk: Desk

  func run() async throws {
    await cancelWhenGracefulShutdown {
      let open = (try? await desk.centre.openAlerts()) ?? []
      var book = DistressBook(open: open)
      var watch = SeaWatch(desk: desk)
      var waiting = Self.ended(open, at: desk.now())
      var look = 0
      while !Task.isCancelled {
        for alert in desk.alerts.takeResolved() { book.note(alert, now: desk.now()) }
        let (notices, dropped) = desk.picture.takeNotices()
        if dropped > 0 {
          desk.logger.error("calls of devices could not be held", metadata: ["count": "\(dropped)"])
        }
        waiting += notices.compactMap { book.take($0) }
        if look.isMultiple(of: Self.looksBetweenWatches) { waiting += await watch.look() }
        look &+= 1
        await write(&waiting)
        try? await desk.centre.surroundings.sleep(.milliseconds(Self.millisecondsBetweenLooks))
      }
    }
  }

  /// What rules had told when the desk went down: whether it still holds is not known, so it ends, and begins anew if it does.
  private static func ended(_ alerts: [Alert], at now: Instant) -> [AlertStep] {
    alerts.filter { !$0.kind.hasPrefix(Alert.distressPrefix) && $0.ended == nil }.map { alert in
      .change(
        NewAlert(
          id: alert.id, kind: alert.kind, severity: alert.severity, tracks: alert.tracks, position: alert.position,
          began: alert.began, evidence: alert.evidence, words: nil, exercise: alert.exercise), ended: now)
    }
  }

  /// Writes what waits; what cannot be written now waits on, for a call for help is not lost with a disk.
  private func write(_ waiting: inout [AlertStep]) async {
    let failures = await Self.write(&waiting) { step in
      switch step {
      case .raise(let alert): try await desk.centre.raise(alert)
      case .change(let alert, let ended): try await desk.centre.change(alert, ended: ended)
      }
      // A call for help is a report about people in danger, whoever looks at alerts.
      if step.alert.severity == .distress, step.alert.kind.hasPrefix(Alert.distressPrefix) {
        try await desk.centre.reportAsMachine(step.alert.id)
      }
    }
    for error in failures {
      desk.logger.error("an alert could not be written", metadata: ["error": "\(LogWords.of(error))"])
    }
  }

  /// Writes each step in turn and keeps those that could not be written.
  ///
  /// On a full disk there is room for calls for help alone, so that once a step has failed only they are tried.
  static func write(
    _ waiting: inout [AlertStep], by write: (AlertStep) async throws -> Void
  ) async -> [any Error] {
    var (left, failures): ([AlertStep], [any Error]) = ([], [])
    for step in waiting {
      do {
        guard failures.isEmpty || step.alert.severity == .distress else {
          left.append(step)
          continue
        }
        try await write(step)
      } catch {
        failures.append(error)
        left.append(step)
      }
    }
    if left.count > mostWaiting { left.removeAll { if case .change = $0 { true } else { false } } }
    waiting = left
    return failures
  }
}
