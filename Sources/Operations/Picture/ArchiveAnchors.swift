package import Archive
import Foundation
import Geodesy
package import Ledger
import Marking

/// A block of the archive was sealed, thinned or removed: the ledger keeps the hash of the one and of the other, so that
/// a position of the past stands under the ledger's root like any entry.
struct BlockAnchored: Fact {
  static let kind = "archive.anchored"
  static let aggregate = "archive"

  /// `sealed`, `thinned` or `removed`.
  var change: String
  var block: Int64?
  /// SHA-256 over the stored bytes of the block, in hexadecimal digits.
  var hash: String?
  var from: Instant?
  var to: Instant?
  var positions: Int?
  /// The block that this one takes the place of.
  var replaces: Int64?
  var replacesHash: String?

  var aggregate: String { Self.aggregate }

  init(_ change: BlockChange) {
    switch change {
    case .sealed(let block): self.init("sealed", block, block.replaces)
    case .thinned(let block): self.init("thinned", block, block.replaces)
    case .removed(let former): self.init("removed", nil, former)
    }
  }

  private init(_ change: String, _ block: SealedBlock?, _ former: BlockReference?) {
    self.change = change
    self.block = block?.id
    hash = block?.hashText
    from = block?.from
    to = block?.to
    positions = block?.count
    replaces = former?.id
    replacesHash = former.map { Self.hexadecimal($0.hash) }
  }

  /// What the archive is verified against.
  var anchor: BlockAnchor {
    BlockAnchor(
      block: block.map { BlockReference(id: $0, hash: Self.bytes(hash)) },
      replaces: replaces.map { BlockReference(id: $0, hash: Self.bytes(replacesHash)) })
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bytes(_ hexadecimal: String?) -> [UInt8] {
    let digits = Array((hexadecimal ?? "").utf8).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}

extension Centre {
  /// Anchors what has changed in the archive since the last time, and tells the archive so.
  ///
  /// An interruption between the two anchors a change again: the key of the command makes that one entry.
  package func anchor(_ archive: Archive) async throws {
    for pending in try archive.pendingChanges() {
      let fact = BlockAnchored(pending.change)
      try await recordAsMachine(
        fact, key: "archive-change-\(pending.number)-\(fact.hash ?? fact.replacesHash ?? "")")
      try archive.confirmAnchored(through: pending.number)
    }
  }

  /// The anchors that the ledger holds, oldest first.
  package func archiveAnchors() throws -> [BlockAnchor] { try ArchiveAnchors.read(from: ledger.reader) }

  /// Records a fact that the desk itself found, under no person's name.
  func recordAsMachine(
    _ fact: some Fact, key: String? = nil, priority: EntryPriority = .ordinary, exercise: Bool = false,
    sealed: [PayloadPart] = []
  ) async throws {
    let marking = Marking.official.marked(exercise: exercise || settings.exercise)
    let now = surroundings.now()
    let context = CommandContext(
      actor: Self.machine, agency: settings.agency, purpose: Purpose.administration.rawValue, idempotencyKey: key,
      priority: priority)
    _ = try await ledger.perform(context) { _ in [try EntryDraft(fact, about: now, marking: marking, sealed: sealed)] }
  }

  /// The actor under whose name the desk itself writes.
  static let machine = "foreland"
}

/// What the archive is verified against.
package enum ArchiveAnchors {
  /// The anchors that a ledger holds, oldest first; those whose entries cannot be opened are left out.
  package static func read(from ledger: LedgerReader) throws -> [BlockAnchor] {
    var anchors: [BlockAnchor] = []
    var version: Int64 = 0
    while true {
      let entries = try ledger.entries(of: BlockAnchored.aggregate, afterVersion: version)
      // A damaged row could name a version that has been read before.
      guard let last = entries.last, last.version > version else { return anchors }
      anchors += try entries.compactMap { try $0.fact(BlockAnchored.self)?.anchor }
      version = last.version
    }
  }
}
