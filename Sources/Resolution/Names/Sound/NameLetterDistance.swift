/// How many letters differ: insertions, deletions, exchanges and neighbours that changed places (optimal string
/// alignment).
enum NameLetterDistance {
  /// - Parameter table: memory for `NameAlignment.cells` cells.
  static func between(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, table: UnsafeMutablePointer<UInt16>
  ) -> Int {
    let longest = NameAlignment.longest
    guard first.count <= longest, second.count <= longest else { return longest }
    let width = second.count + 1
    for column in 0...second.count { table[column] = UInt16(column) }
    for row in 0..<first.count {
      let above = table + row * width
      let here = table + (row + 1) * width
      here[0] = UInt16(row + 1)
      for column in 0..<second.count {
        let isSame = first[row] == second[column]
        var least = min(above[column] + (isSame ? 0 : 1), above[column + 1] + 1, here[column] + 1)
        if row > 0, column > 0, !isSame, first[row] == second[column - 1], first[row - 1] == second[column] {
          least = min(least, (above - width)[column - 1] + 1)
        }
        here[column + 1] = least
      }
    }
    return Int(table[first.count * width + second.count])
  }
}
