/// A record that can be taken back as wrong: it stays in the log and counts no longer.
protocol Withdrawable: Identifiable<String> {
  /// Who took it back; nil while it counts.
  var withdrawnBy: String? { get set }
}

extension Incident.Count: Withdrawable {}
extension IncidentSearch.Made: Withdrawable {}

extension Array where Element: Withdrawable {
  /// Those that count.
  var counting: [Element] { filter { $0.withdrawnBy == nil } }

  /// Checks that there is a record of this id and that it counts.
  ///
  /// - Parameter noun: what such a record is called, as "count".
  /// - Throws: `OperationsError` when there is none, or when it is taken back already.
  func requireCounting(_ id: String, _ noun: String) throws {
    guard let record = first(where: { $0.id == id }) else {
      throw OperationsError(.notFound, "There is no such \(noun).")
    }
    guard record.withdrawnBy == nil else { throw OperationsError(.conflict, "That \(noun) is taken back already.") }
  }

  /// Takes a record back, where it is known.
  mutating func withdraw(_ id: String, by person: String) {
    if let index = firstIndex(where: { $0.id == id }) { self[index].withdrawnBy = person }
  }
}
