import Archive
import Geodesy
import Ledger
import Operations

extension MeasureTable {
  static let machine = disk + clockAndPaper + process

  private static let disk: [Measure] = [
    .gauge("storage_reserve_bytes", "bytes", "What is left of the room that is held back on the disk.") {
      $0.storage.map { [.init($0.reserveBytes)] } ?? []
    },
    .gauge("storage_reserve_whole_bytes", "bytes", "That room when it is whole.") {
      $0.storage.map { [.init($0.wholeReserveBytes)] } ?? []
    },
    .gauge(
      "storage_reserve_seconds", "seconds",
      "How long what is left lasts for entries about people in danger and the record, at the rate of reserve-entries."
    ) { $0.storage.map { [.init($0.reserveSeconds)] } ?? [] },
    .gauge("storage_free_bytes", "bytes", "What is free on the disk beside it; NaN when the system does not say.") {
      $0.storage.map { [.init(orUnknown: $0.freeBytes)] } ?? []
    },
    .counter(
      "storage_refused_total", "commands",
      "Commands refused for want of room. More than 0 means that people were turned away."
    ) { $0.storage.map { [.init($0.refusedCommands)] } ?? [] },
    .gauge(
      "storage_waiting_consultations", "consultations",
      "What rescue has seen and the record does not say yet, for want of room."
    ) { [.init($0.desk.centre.waitingConsultations.count)] },
    .counter(
      "storage_lost_consultations_total", "consultations",
      "What rescue has seen and the record will never say, because even memory had no room. More than 0: write down who was on watch."
    ) { [.init($0.desk.centre.lostConsultations)] },
    .gauge(
      "storage_level", "1 or 0", by: ["level"],
      "1 for what can be written now: everything (ample), or only a part of the reserve. Anything but ample: free some room."
    ) { ground in
      ground.storage.map { storage in
        StorageState.Level.allCases.map { .init($0 == storage.level, $0.rawValue) }
      } ?? []
    },
    .gauge(
      "archive_missing_positions", "positions",
      "Positions that the archive could not take and that are not yet recorded as missing."
    ) { [.init($0.desk.picture.archive.gap?.positions ?? 0)] },
  ]

  private static let clockAndPaper: [Measure] = [
    .counter("clock_moves_total", "times", "How often the machine's clock was moved while the desk ran.") {
      [.init($0.clock.moves)]
    },
    .gauge(
      "clock_moved_seconds", "seconds",
      "How far it was moved within the last hour, forward positive; 0 when it was not."
    ) { [.init($0.clock.movedSeconds ?? 0)] },
    .gauge(
      "clock_behind_seconds", "seconds", "How far it stands behind the last entry of the ledger; 0 when it does not."
    ) { [.init($0.clock.behindSeconds ?? 0)] },
    .gauge(
      "paper_age_seconds", "seconds",
      "Age of the newest sheets to print. More than twice paper-minutes means that nobody could work from them."
    ) { ground in ground.desk.paper.map { [.init($0.ageSeconds(at: ground.now))] } ?? [] },
    .counter("paper_failures_total", "times", "Times that the sheets could not be written.") {
      $0.desk.paper.map { [.init($0.failures)] } ?? []
    },
    .gauge(
      "certificate_expires_seconds", "seconds",
      "How long browsers still believe the desk's certificate; less than 0 when they no longer do. Renew it in time."
    ) { ground in
      ground.desk.tls.map { [.init($0.now.identity.validUntil.seconds(since: ground.now))] } ?? []
    },
    .gauge(
      "certificate_renewal_failed", "1 or 0",
      "1 when the files of the certificate changed and cannot be used, so that the former one goes on."
    ) { $0.desk.tls.map { [.init($0.now.trouble != nil)] } ?? [] },
  ]

  private static let process: [Measure] = [
    .gauge("uptime_seconds", "seconds", "How long ago the desk came up.") {
      [.init($0.now.seconds(since: $0.desk.feeds.started))]
    },
    .counter("process_cpu_seconds_total", "seconds", "Time of the processor that the desk took since it came up.") {
      [.init($0.process.processorSeconds)]
    },
    .gauge("process_resident_memory_bytes", "bytes", "Memory that the desk holds.") {
      [.init(orUnknown: $0.process.memoryBytes)]
    },
    .gauge("process_open_files", "files", "Files and connections that the desk holds open.") {
      [.init(orUnknown: $0.process.openFiles)]
    },
  ]
}
