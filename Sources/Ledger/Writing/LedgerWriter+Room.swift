extension LedgerWriter {
  /// Writes a group. Where the disk is full, what can wait is refused, and for the rest the reserve is given back step by
  /// step until it can be written.
  func writeWithinRoom(_ commands: [Command]) -> [Result<AppendReceipt, any Error>] {
    guard let room else { return writeAll(commands) }
    var outcomes = [Result<AppendReceipt, any Error>](repeating: .failure(LedgerError.noRoom), count: commands.count)
    var waiting = commands.indices.filter { room.admits(commands[$0].context.priority) }
    while !waiting.isEmpty {
      let written = writeAll(waiting.map { commands[$0] })
      for (index, outcome) in zip(waiting, written) { outcomes[index] = outcome }
      waiting = waiting.filter { isWantOfRoom(outcomes[$0], room) }
      if waiting.isEmpty { break }
      room.noteFull()
      let mayUseReserve = waiting.filter { commands[$0].context.priority > .ordinary }
      guard !mayUseReserve.isEmpty, room.draw() else { break }
      for index in waiting { outcomes[index] = .failure(LedgerError.noRoom) }
      waiting = mayUseReserve.filter { room.admits(commands[$0].context.priority) }
    }
    room.noteRefused(outcomes.count { isWantOfRoom($0, room) })
    // In little room the log of the store is kept short: what stands in it takes its room twice.
    if !room.admits(.ordinary) { try? store.shortenLog() }
    return outcomes
  }

  /// Writes a group in one transaction; when that fails as a whole, every command has failed with it.
  private func writeAll(_ commands: [Command]) -> [Result<AppendReceipt, any Error>] {
    do {
      return try write(commands)
    } catch {
      return commands.map { _ in .failure(error) }
    }
  }

  private func isWantOfRoom(_ outcome: Result<AppendReceipt, any Error>, _ room: StorageRoom) -> Bool {
    guard case .failure(let error) = outcome else { return false }
    return room.explains(error)
  }
}
