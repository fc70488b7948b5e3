package import Rescue

/// What stands between a boat and its closing.
package enum OpenMatter: Sendable, Hashable {
  case conflict(ReckoningConflict)
  /// An order that is not done.
  case task(id: String, asset: String)
  /// A call that was promised and has not come.
  case promisedCall(contact: String)
  /// The coordination was offered to another centre that has not answered.
  case transfer(to: String)

  /// A name that stays the same while the matter does.
  package var key: String {
    switch self {
    case .conflict(let conflict): conflict.key
    case .task(let id, _): "task:\(id)"
    case .promisedCall(let contact): "call:\(contact)"
    case .transfer(let to): "transfer:\(to)"
    }
  }
}

extension Boat {
  /// Everything that stands between the boat and its closing, in a fixed order.
  package var openMatters: [OpenMatter] {
    reckoning.conflicts.map(OpenMatter.conflict)
      + tasks.filter(\.stage.isOpen).map { .task(id: $0.id, asset: $0.asset) }
      + contacts.filter { $0.nextCall != nil }.map { .promisedCall(contact: $0.id) }
      + incidents.compactMap(\.offeredTo).map { .transfer(to: $0) }
  }
}
