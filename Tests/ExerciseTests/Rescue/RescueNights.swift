import Geodesy

@testable import Exercise

/// Nights whose rescue is looked at by several tests.
enum RescueNights {
  static let seeds = (0..<12).map { UInt64(500 + $0) }
  static let scripts = seeds.map { RescueScript(night: Night(seed: $0, start: dusk, hours: 8)) }

  static func script(_ seed: UInt64) -> RescueScript { scripts[Int(seed - 500)] }

  static let waters = PositionContext(
    area: BoundingBox(south: 49.5, west: -2, north: 52.5, east: 4),
    places: [
      NamedPlace(
        name: "Dover", otherNames: ["Douvres"], position: ScriptBook.position(PositionStyle.dover))
    ])
}

extension ScriptEvent {
  var report: ScriptReport? { if case .report(let report) = kind { report } else { nil } }
  var recovery: ScriptRecovery? { if case .recovery(let recovery) = kind { recovery } else { nil } }

  /// Every free text that it holds.
  var texts: [String] {
    switch kind {
    case .report(let report): [report.text] + [report.name].compactMap { $0 }
    case .recovery(let recovery): [recovery.text, recovery.asset]
    case .ashore(let ashore): [ashore.text, ashore.asset]
    case .landing(let landing): [landing.text]
    case .assetDeclared(let asset): [asset.name, asset.agency]
    case .assetMoved(let move): [move.text, move.asset]
    case .phase(let phase): [phase.text]
    case .handOver(let note): [note.text]
    }
  }

  var kindName: String {
    switch kind {
    case .report: "report"
    case .recovery: "recovery"
    case .ashore: "ashore"
    case .landing: "landing"
    case .assetDeclared: "assetDeclared"
    case .assetMoved: "assetMoved"
    case .phase: "phase"
    case .handOver: "handOver"
    }
  }
}
