import Foundation
import Ledger
import Marking
package import Operations

/// Holds a batch against everything that the partner promised. Either all of it is good, or nothing is taken.
package struct BatchCheck: Sendable {
  package let partner: Partner
  /// The sequence after which was asked.
  package let after: Int64
  /// The checkpoint of the partner's ledger under which something was last taken; nil when nothing was yet.
  package let known: LinkBook.Reached?
  /// Whether this centre is in exercise.
  package let exercise: Bool

  package init(partner: Partner, after: Int64, known: LinkBook.Reached?, exercise: Bool) {
    self.partner = partner
    self.after = after
    self.known = known
    self.exercise = exercise
  }

  /// What is good to be taken: entries, and the checkpoint that proves them; nil for a batch that says there is nothing.
  ///
  /// - Throws: `LinkFault` with the first thing that is wrong.
  package func check(_ batch: LinkBatch) throws(LinkFault) -> (entries: [TakenEntry], under: TakenCheckpoint)? {
    guard batch.exercise == exercise else { throw LinkFault(.exercise) }
    guard batch.through >= after else { throw LinkFault(.order, "through \(batch.through) after \(after)") }
    if batch.items.isEmpty { return nil }
    let checkpoint = try self.checkpoint(batch)
    guard batch.through <= checkpoint.size else {
      throw LinkFault(.order, "through \(batch.through) of \(checkpoint.size)")
    }
    var last = after
    var entries: [TakenEntry] = []
    for item in batch.items {
      let taken = try self.entry(item, after: last, through: batch.through, checkpoint)
      last = taken.entry.sequence
      entries.append(taken)
    }
    return (
      entries,
      TakenCheckpoint(
        ledger: partner.ledger, through: batch.through, size: checkpoint.size, root: checkpoint.root.base64,
        note: batch.note)
    )
  }

  private func checkpoint(_ batch: LinkBatch) throws(LinkFault) -> Checkpoint {
    guard let note = SignedNote(parsing: batch.note), let checkpoint = Checkpoint(text: note.text),
      checkpoint.origin == partner.ledger, partner.key.accepts(note)
    else { throw LinkFault(.signature) }
    guard let known else { return checkpoint }
    guard checkpoint.size >= known.size else {
      throw LinkFault(.rolledBack, "\(checkpoint.size) entries, and \(known.size) were known")
    }
    guard let root = Data(base64Encoded: known.root) else { throw LinkFault(.store, "the known root cannot be read") }
    let proof = ConsistencyProof(
      oldSize: known.size, newSize: checkpoint.size, path: batch.consistency.map(\.bytes))
    guard proof.joins(oldRootHash: [UInt8](root), newRootHash: checkpoint.root.bytes) else {
      throw LinkFault(.fork, "\(checkpoint.size) entries do not continue the \(known.size) that were known")
    }
    return checkpoint
  }

  private func entry(
    _ item: LinkBatch.Item, after last: Int64, through: Int64, _ checkpoint: Checkpoint
  ) throws(LinkFault) -> TakenEntry {
    let entry: Entry
    do {
      entry = try item.disclosure.opened()
    } catch {
      throw LinkFault(.payload, "after entry \(last)")
    }
    guard entry.sequence > last, entry.sequence <= through else {
      throw LinkFault(.order, "entry \(entry.sequence) after \(last)")
    }
    let leaf = TreeHash.leaf(item.disclosure.sealed)
    let proof = InclusionProof(
      sequence: entry.sequence, size: checkpoint.size, leafHash: leaf.bytes, path: item.path.map(\.bytes))
    guard proof.leads(to: checkpoint.root.bytes) else { throw LinkFault(.proof, "entry \(entry.sequence)") }
    guard CrossingKinds.include(entry.kind) else { throw LinkFault(.kind, "entry \(entry.sequence)") }
    guard let marking = Marking(text: entry.marking) else { throw LinkFault(.unfit, "entry \(entry.sequence)") }
    guard marking.exercise == exercise else { throw LinkFault(.exercise, "entry \(entry.sequence)") }
    return TakenEntry(
      entry: entry, marking: marking, centre: item.centre, actorName: item.actorName, leaf: leaf.base64)
  }
}

extension TreeHash {
  fileprivate var base64: String { Data(bytes).base64EncodedString() }
}
