/// The slots of tracks that have changed since somebody asked, each once, in the order in which they first changed.
struct ChangedSlots: Sendable {
  private var slots: [Int] = []
  private var isChanged: [Bool] = []

  var count: Int { slots.count }

  mutating func insert(_ slot: Int) {
    while isChanged.count <= slot { isChanged.append(false) }
    guard !isChanged[slot] else { return }
    isChanged[slot] = true
    slots.append(slot)
  }

  /// Hands on every slot and forgets it.
  mutating func take(_ body: (Int) -> Void) {
    for slot in slots {
      isChanged[slot] = false
      body(slot)
    }
    slots.removeAll(keepingCapacity: true)
  }
}
