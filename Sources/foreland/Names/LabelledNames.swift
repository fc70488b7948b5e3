import Resolution
import Tables

/// Labelled pairs of names from a table with the columns name1, name2 and is_match (true, false, 1 or 0).
struct LabelledNames {
  struct Pair {
    let first: String
    let second: String
    let isSame: Bool
    let half: NameHalf
    /// What the column schema says, if there is one.
    let schema: String
  }

  let path: String
  let pairs: [Pair]

  /// - Throws: `ScenarioError` with the row when a row cannot be read.
  init(path: String) throws {
    let table = try NameTable(path: path, columns: ["name1", "name2", "is_match"])
    self.path = path
    pairs = try table.rows.map { row in
      let (first, second) = (table.text(row, "name1"), table.text(row, "name2"))
      let label = table.text(row, "is_match")
      guard let isSame = ["true": true, "1": true, "false": false, "0": false][label.lowercased()] else {
        throw ScenarioError(
          place: "\(path), row \(row.number)", reason: "is_match is \"\(label.prefix(20))\", not true or false")
      }
      return Pair(
        first: first, second: second, isSame: isSame, half: NameHalf.of(first, second),
        schema: table.text(row, "schema"))
    }
  }
}
